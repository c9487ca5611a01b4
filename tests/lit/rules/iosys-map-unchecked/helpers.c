// SPDX-License-Identifier: GPL-2.0-or-later
// The iosys_map functions take either kind.
// RUN: %check
#include <drm/drm_gem.h>
#include <linux/dma-buf.h>

void iosys_helpers_ok(struct dma_buf *buf, const void *in, void *out)
{
	struct iosys_map map, part;

	if (dma_buf_vmap(buf, &map))
		return;
	iosys_map_memcpy_to(&map, 0, in, 64);
	iosys_map_memcpy_from(out, &map, 0, 64);
	iosys_map_memset(&map, 0, 0, 64);
	part = IOSYS_MAP_INIT_OFFSET(&map, 16);
	iosys_map_wr(&part, 0, u32, iosys_map_rd(&map, 4, u32));
	dma_buf_vunmap(buf, &map);
}

u32 gem_vmap_bad(struct drm_gem_object *obj)
{
	struct iosys_map map;

	if (drm_gem_vmap_unlocked(obj, &map))
		return 0;
	return *(u32 *)map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
}

void iosys_set_vaddr_ok(struct iosys_map *map, void *buffer)
{
	iosys_map_set_vaddr(map, buffer);
	*(u32 *)map->vaddr = 1;
}

u32 iosys_set_iomem_bad(resource_size_t start)
{
	struct iosys_map map;

	iosys_map_set_vaddr_iomem(&map, ioremap(start, 64));
	return *(u32 *)map.vaddr;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[{{iosys-map-unchecked|iomem-deref}}]
}
