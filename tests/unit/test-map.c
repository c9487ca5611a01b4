/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/map.h"

#include "tap.h"

int main(void)
{
	struct tap tap = {0};
	struct sg_arena *arena = sg_arena_new("test");
	struct sg_map map;
	uint64_t value = 77;
	bool is_found = true, is_ordered = true;

	sg_map_init(&map, arena);
	TAP_OK(&tap, !sg_map_get(&map, 0, &value) && value == 77, "an empty map has nothing");
	for (uint64_t key = 0; key < 5000; key++)
		sg_map_put(&map, key << 40, key);
	for (uint64_t key = 0; key < 5000; key++)
		is_found &= sg_map_get(&map, key << 40, &value) && value == key;
	TAP_OK(&tap, map.count == 5000 && is_found, "what was put is found");
	TAP_OK(&tap, !sg_map_get(&map, 1, &value), "what was not is not");
	sg_map_put(&map, 0, 9);
	TAP_OK(&tap, sg_map_get(&map, 0, &value) && value == 9 && map.count == 5000,
	       "a second put replaces");
	for (uint32_t i = 0; i < map.count; i++)
		is_ordered &= map.entries[i].key == (uint64_t)i << 40;
	TAP_OK(&tap, is_ordered, "entries stay in the order of their first put");
	TAP_OK(&tap, sg_hash_bytes("ab", 2) == sg_hash_bytes("ab", 2), "equal bytes hash equal");
	TAP_OK(&tap, sg_hash_u64(1) != sg_hash_u64(2), "different numbers hash apart");
	sg_arena_free(arena);
	return tap_done(&tap);
}
