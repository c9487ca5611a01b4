/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Growth of arena-backed arrays. */
#include "base/vec.h"

#include <string.h>

#include "base/error.h"

enum { FIRST_CAPACITY = 4 };

void *sg_vec_grow(void *items, uint32_t count, uint32_t *capacity, size_t item_size,
                  struct sg_arena *arena)
{
	uint32_t grown;
	void *moved;

	if (count < *capacity)
		return items;
	if (count > UINT32_MAX / 2)
		sg_bug("array of more than %u elements in the arena '%s'", count,
		       sg_arena_name(arena));
	grown = count ? count * 2 : FIRST_CAPACITY;
	moved = sg_arena_alloc(arena, grown * item_size);
	if (count)
		memcpy(moved, items, count * item_size);
	*capacity = grown;
	return moved;
}
