// SPDX-License-Identifier: GPL-2.0-or-later
/* An address of either kind with the bit that says which. */
#include "internal.h"

#include <linux/iosys-map.h>

/* The bit and the address disagree. */
static void check_side(const void *addr, bool is_iomem)
{
	if (!shim_is_null(addr) && shim_is_io(addr) != is_iomem)
		SHIM_WARN(SHIM_IOSYS_WRONG_MEMBER);
}

void iosys_map_set_vaddr(struct iosys_map *map, void *vaddr)
{
	shim_need(map);
	check_side(vaddr, false);
	map->vaddr = vaddr;
	map->is_iomem = false;
}

void iosys_map_set_vaddr_iomem(struct iosys_map *map, void __iomem *vaddr_iomem)
{
	shim_need(map);
	check_side((void __force *)vaddr_iomem, true);
	map->vaddr_iomem = vaddr_iomem;
	map->is_iomem = true;
}

void *iosys_map_vaddr(const struct iosys_map *map)
{
	shim_need(map);
	if (map->is_iomem)
		SHIM_WARN(SHIM_IOSYS_WRONG_MEMBER);
	return map->vaddr;
}

void __iomem *iosys_map_vaddr_iomem(const struct iosys_map *map)
{
	shim_need(map);
	if (!map->is_iomem)
		SHIM_WARN(SHIM_IOSYS_WRONG_MEMBER);
	return map->vaddr_iomem;
}

bool iosys_map_is_equal(const struct iosys_map *lhs, const struct iosys_map *rhs)
{
	shim_need(lhs);
	shim_need(rhs);
	return lhs->is_iomem == rhs->is_iomem && lhs->vaddr == rhs->vaddr;
}

bool iosys_map_is_null(const struct iosys_map *map)
{
	shim_need(map);
	return !map->vaddr;
}

bool iosys_map_is_set(const struct iosys_map *map)
{
	return !iosys_map_is_null(map);
}

void iosys_map_clear(struct iosys_map *map)
{
	shim_need(map);
	map->vaddr = NULL;
	map->is_iomem = false;
}

void iosys_map_incr(struct iosys_map *map, size_t incr)
{
	shim_need(map);
	map->vaddr = (char *)map->vaddr + incr;
}

void iosys_map_memcpy_to(struct iosys_map *dst, size_t dst_offset, const void *src, size_t len)
{
	shim_need(dst);
	if (dst->is_iomem)
		memcpy_toio(dst->vaddr_iomem + dst_offset, src, len);
	else
		memcpy((char *)dst->vaddr + dst_offset, src, len);
}

void iosys_map_memcpy_from(void *dst, const struct iosys_map *src, size_t src_offset, size_t len)
{
	shim_need(src);
	if (src->is_iomem)
		memcpy_fromio(dst, src->vaddr_iomem + src_offset, len);
	else
		memcpy(dst, (char *)src->vaddr + src_offset, len);
}

void iosys_map_memset(struct iosys_map *dst, size_t offset, int value, size_t len)
{
	shim_need(dst);
	if (dst->is_iomem)
		memset_io(dst->vaddr_iomem + offset, value, len);
	else
		memset((char *)dst->vaddr + offset, value, len);
}
