/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Hash map with linear probing over an array of entries in insertion order. */
#include "base/map.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/vec.h"

enum { FIRST_SLOTS = 16 };

uint64_t sg_hash_u64(uint64_t value)
{
	/* The finaliser of SplitMix64: every input bit reaches every output bit. */
	value += 0x9e3779b97f4a7c15u;
	value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
	value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
	return value ^ (value >> 31);
}

uint64_t sg_hash_bytes(const void *data, uint64_t size)
{
	return XXH3_64bits(data, (size_t)size);
}

void sg_map_init(struct sg_map *map, struct sg_arena *arena)
{
	*map = (struct sg_map){.arena = arena};
}

/* The slot that holds 'key', or the empty one where it belongs. */
static uint32_t *find_slot(const struct sg_map *map, uint64_t key)
{
	uint32_t mask = map->slot_count - 1;
	uint32_t at = (uint32_t)sg_hash_u64(key) & mask;

	while (map->slots[at] && map->entries[map->slots[at] - 1].key != key)
		at = (at + 1) & mask;
	return &map->slots[at];
}

bool sg_map_get(const struct sg_map *map, uint64_t key, uint64_t *value)
{
	uint32_t slot;

	if (!map->count)
		return false;
	slot = *find_slot(map, key);
	if (!slot)
		return false;
	*value = map->entries[slot - 1].value;
	return true;
}

static void rehash(struct sg_map *map)
{
	map->slot_count = map->slot_count ? map->slot_count * 2 : FIRST_SLOTS;
	map->slots = SG_NEW_ARRAY(map->arena, uint32_t, map->slot_count);
	for (uint32_t i = 0; i < map->count; i++)
		*find_slot(map, map->entries[i].key) = i + 1;
}

void sg_map_put(struct sg_map *map, uint64_t key, uint64_t value)
{
	uint32_t *slot;

	/* At most two thirds full: probes stay short. */
	if ((uint64_t)map->count * 3 >= (uint64_t)map->slot_count * 2)
		rehash(map);
	slot = find_slot(map, key);
	if (*slot) {
		map->entries[*slot - 1].value = value;
		return;
	}
	map->entries = sg_vec_grow(map->entries, map->count, &map->capacity, sizeof(*map->entries),
	                           map->arena);
	map->entries[map->count] = (struct sg_map_entry){.key = key, .value = value};
	*slot = ++map->count;
}
