// SPDX-License-Identifier: GPL-2.0-or-later
// One test in the forms drivers write it.
// RUN: %check
#include <linux/bug.h>
#include <linux/dma-buf.h>

u32 guard_plain_ok(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (map.is_iomem)
		return readl(map.vaddr_iomem);
	return *(u32 *)map.vaddr;
}

u32 guard_none_bad(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	return *(u32 *)map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}

u32 guard_wrong_polarity_bad(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (!map.is_iomem)
		return 0;
	return *(u32 *)map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[{{iosys-map-unchecked|iomem-deref}}]
}

u32 guard_early_return_ok(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map) || map.is_iomem)
		return 0;
	return *(u32 *)map.vaddr;
}

u32 guard_conjunction_ok(struct dma_buf *buf, bool wanted)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (wanted && !map.is_iomem)
		return *(u32 *)map.vaddr;
	return 0;
}

u32 guard_disjunction_bad(struct dma_buf *buf, bool wanted)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (wanted || !map.is_iomem)
		return *(u32 *)map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
	return 0;
}

u32 guard_conditional_ok(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	return map.is_iomem ? readl(map.vaddr_iomem) : *(u32 *)map.vaddr;
}

u32 guard_warn_on_ok(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (WARN_ON(map.is_iomem))
		return 0;
	return *(u32 *)map.vaddr;
}

u32 guard_warn_on_once_ok(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (WARN_ON_ONCE(map.is_iomem))
		return 0;
	return *(u32 *)map.vaddr;
}

u32 guard_warn_goes_on_bad(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	WARN_ON(map.is_iomem);
	return *(u32 *)map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}

u32 guard_bug_on_ok(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	BUG_ON(map.is_iomem);
	return *(u32 *)map.vaddr;
}

u32 guard_unlikely_ok(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (unlikely(!!map.is_iomem))
		return 0;
	return *(u32 *)map.vaddr;
}

u32 guard_compared_ok(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (map.is_iomem == true)
		return 0;
	return *(u32 *)map.vaddr;
}
