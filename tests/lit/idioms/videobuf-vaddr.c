// SPDX-License-Identifier: GPL-2.0-or-later
// videobuf2 keeps .vaddr of a map without a look at is_iomem
// (drivers/media/common/videobuf2/videobuf2-dma-contig.c).
// RUN: %check
#include <linux/dma-buf.h>

struct vb2_buf {
	void *vaddr;
	struct dma_buf_attachment *db_attach;
};

static void *buf_vaddr(struct vb2_buf *buf)
{
	struct iosys_map map;

	if (buf->vaddr)
		return buf->vaddr;
	if (buf->db_attach) {
		if (!dma_buf_vmap_unlocked(buf->db_attach->dmabuf, &map))
			buf->vaddr = map.vaddr;
		return buf->vaddr;
	}
	return NULL;
}

u8 buf_first_bad(struct vb2_buf *buf)
{
	u8 *bytes = buf_vaddr(buf);

	return bytes ? bytes[0] : 0;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}
