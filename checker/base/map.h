/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Hash map from 64-bit keys to 64-bit values (open addressing, insertion
 * order kept for iteration, so that no result depends on hash order).
 * Storage lives in the arena given at init.
 */
#ifndef SG_BASE_MAP_H
#define SG_BASE_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

struct sg_map_entry {
	uint64_t key;
	uint64_t value;
};

struct sg_map {
	struct sg_arena *arena;
	struct sg_map_entry *entries; /* in insertion order */
	uint32_t count;
	uint32_t capacity; /* of entries */
	uint32_t *slots;   /* index + 1 into entries, 0 = empty */
	uint32_t slot_count;
};

void sg_map_init(struct sg_map *map, struct sg_arena *arena);
/* False when 'key' is absent; '*value' is then left alone. */
bool sg_map_get(const struct sg_map *map, uint64_t key, uint64_t *value);
/* Inserts or replaces. */
void sg_map_put(struct sg_map *map, uint64_t key, uint64_t value);
/* Well mixed 64-bit hash of a 64-bit value or of bytes (XXH3). */
uint64_t sg_hash_u64(uint64_t value);
uint64_t sg_hash_bytes(const void *data, uint64_t size);

#ifdef __cplusplus
}
#endif

#endif
