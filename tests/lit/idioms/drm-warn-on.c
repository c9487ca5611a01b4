// SPDX-License-Identifier: GPL-2.0-or-later
// drm_WARN_ON() as the condition that refuses I/O memory
// (drivers/gpu/drm/drm_gem_shmem_helper.c).
// RUN: %check
#include <linux/bug.h>
#include <linux/dma-buf.h>

struct shmem {
	struct dma_buf *dmabuf;
	void *vaddr;
};

#define drm_WARN_ON(drm, condition) WARN((condition), "%s", (drm)->exp_name)

int shmem_vmap_ok(struct shmem *shmem)
{
	struct iosys_map map;
	int ret = dma_buf_vmap(shmem->dmabuf, &map);

	if (!ret) {
		if (drm_WARN_ON(shmem->dmabuf, map.is_iomem)) {
			dma_buf_vunmap(shmem->dmabuf, &map);
			return -EIO;
		}
		shmem->vaddr = map.vaddr;
	}
	return ret;
}

u32 shmem_read_ok(struct shmem *shmem)
{
	return *(u32 *)shmem->vaddr;
}
