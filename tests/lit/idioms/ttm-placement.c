// SPDX-License-Identifier: GPL-2.0-or-later
// A buffer that is premapped says with is_iomem what its address is
// (drivers/gpu/drm/ttm/ttm_bo_util.c).
// RUN: %check
#include <drm/ttm/ttm_resource.h>
#include <linux/iosys-map.h>

void ttm_map_ok(struct ttm_resource *mem, struct iosys_map *map)
{
	if (mem->bus.is_iomem)
		iosys_map_set_vaddr_iomem(map, (void __iomem *)mem->bus.addr);
	else
		iosys_map_set_vaddr(map, mem->bus.addr);
}
