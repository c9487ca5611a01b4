// SPDX-License-Identifier: GPL-2.0-or-later
// A test of one map says nothing of another.
// RUN: %check
#include <linux/dma-buf.h>

u32 guard_other_map_bad(struct dma_buf *a, struct dma_buf *b)
{
	struct iosys_map first, second;

	if (dma_buf_vmap(a, &first) || dma_buf_vmap(b, &second))
		return 0;
	if (first.is_iomem)
		return 0;
	return *(u32 *)second.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}

u32 guard_copy_ok(struct dma_buf *a)
{
	struct iosys_map map, copy;

	if (dma_buf_vmap(a, &map))
		return 0;
	copy = map;
	if (map.is_iomem)
		return 0;
	return *(u32 *)copy.vaddr;
}

u32 guard_stale_bad(struct dma_buf *a, struct dma_buf *b)
{
	struct iosys_map map;

	if (dma_buf_vmap(a, &map) || map.is_iomem)
		return 0;
	if (dma_buf_vmap(b, &map))
		return 0;
	return *(u32 *)map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}
