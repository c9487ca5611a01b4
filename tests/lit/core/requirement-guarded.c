// SPDX-License-Identifier: GPL-2.0-or-later
// The guard may stand in the caller, around the call.
// RUN: %check
#include <linux/iosys-map.h>

static u32 first_word(const struct iosys_map *map)
{
	return *(u32 *)map->vaddr;
}

u32 guarded_call_ok(struct iosys_map *map)
{
	if (map->is_iomem)
		return 0;
	return first_word(map);
}
