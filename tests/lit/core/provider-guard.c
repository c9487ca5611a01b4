// SPDX-License-Identifier: GPL-2.0-or-later
// The mapping function refuses I/O memory, so its users need no test.
// RUN: %check
#include <linux/dma-buf.h>

struct buffer {
	struct dma_buf *dmabuf;
	void *vaddr;
};

static void *buffer_vaddr(struct buffer *buffer)
{
	struct iosys_map map;

	if (dma_buf_vmap(buffer->dmabuf, &map))
		return NULL;
	if (map.is_iomem) {
		dma_buf_vunmap(buffer->dmabuf, &map);
		return NULL;
	}
	return map.vaddr;
}

u32 provider_guard_ok(struct buffer *buffer)
{
	u32 *words = buffer_vaddr(buffer);

	return words ? words[0] : 0;
}

static void *buffer_vaddr_unchecked(struct buffer *buffer)
{
	struct iosys_map map;

	if (dma_buf_vmap(buffer->dmabuf, &map))
		return NULL;
	return map.vaddr;
}

u32 provider_unguarded_bad(struct buffer *buffer)
{
	u32 *words = buffer_vaddr_unchecked(buffer);

	return words ? words[0] : 0;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}
