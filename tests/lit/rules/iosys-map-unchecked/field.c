// SPDX-License-Identifier: GPL-2.0-or-later
// The map is kept in an object; the test belongs to that map.
// RUN: %check
#include <linux/dma-buf.h>

struct plane {
	struct iosys_map map;
	void *vaddr;
};

int plane_map(struct plane *plane, struct dma_buf *buf)
{
	return dma_buf_vmap_unlocked(buf, &plane->map);
}

u32 plane_read_bad(struct plane *plane)
{
	return *(u32 *)plane->map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}

u32 plane_read_ok(struct plane *plane)
{
	if (plane->map.is_iomem)
		return readl(plane->map.vaddr_iomem);
	return *(u32 *)plane->map.vaddr;
}

int plane_keep(struct plane *plane, struct dma_buf *buf)
{
	struct iosys_map map;
	int ret = dma_buf_vmap(buf, &map);

	if (!ret)
		plane->vaddr = map.vaddr;
	return ret;
}

u32 plane_kept_bad(struct plane *plane)
{
	return *(u32 *)plane->vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}
