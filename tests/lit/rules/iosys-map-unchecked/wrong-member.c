// SPDX-License-Identifier: GPL-2.0-or-later
// vaddr_iomem of a map that is known to be RAM, and the other way round.
// RUN: %check
#include <linux/dma-buf.h>

u32 member_iomem_bad(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	return readl(map.vaddr_iomem);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}

u32 member_each_ok(struct dma_buf *buf)
{
	struct iosys_map map;
	u32 value;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (map.is_iomem)
		value = readl(map.vaddr_iomem + 4);
	else
		value = ((u32 *)map.vaddr)[1];
	dma_buf_vunmap(buf, &map);
	return value;
}
