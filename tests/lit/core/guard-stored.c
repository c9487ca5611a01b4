// SPDX-License-Identifier: GPL-2.0-or-later
// A test keeps its meaning in a variable, a field, a helper's result.
// RUN: %check
#include <linux/dma-buf.h>

struct view {
	struct iosys_map map;
	bool in_ram;
};

u32 stored_local_ok(struct dma_buf *buf)
{
	struct iosys_map map;
	bool in_ram;

	if (dma_buf_vmap(buf, &map))
		return 0;
	in_ram = !map.is_iomem;
	if (!in_ram)
		return 0;
	return *(u32 *)map.vaddr;
}

u32 stored_local_bad(struct dma_buf *buf)
{
	struct iosys_map map;
	bool in_ram;

	if (dma_buf_vmap(buf, &map))
		return 0;
	in_ram = !map.is_iomem;
	if (in_ram)
		return 0;
	return *(u32 *)map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[{{iosys-map-unchecked|iomem-deref}}]
}

u32 stored_field_ok(struct dma_buf *buf, struct view *view)
{
	if (dma_buf_vmap(buf, &view->map))
		return 0;
	view->in_ram = !view->map.is_iomem;
	if (view->in_ram)
		return *(u32 *)view->map.vaddr;
	return 0;
}

static bool map_is_ram(const struct iosys_map *map)
{
	return !map->is_iomem;
}

u32 helper_guard_ok(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (!map_is_ram(&map))
		return 0;
	return *(u32 *)map.vaddr;
}

u32 helper_guard_bad(struct dma_buf *buf)
{
	struct iosys_map map;

	if (dma_buf_vmap(buf, &map))
		return 0;
	if (map_is_ram(&map))
		return 0;
	return *(u32 *)map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[{{iosys-map-unchecked|iomem-deref}}]
}

static int require_ram(const struct iosys_map *map)
{
	if (map->is_iomem)
		return -EINVAL;
	return 0;
}

u32 helper_error_code_ok(struct dma_buf *buf)
{
	struct iosys_map map;
	int ret;

	ret = dma_buf_vmap(buf, &map);
	if (ret)
		return 0;
	ret = require_ram(&map);
	if (ret)
		return 0;
	return *(u32 *)map.vaddr;
}
