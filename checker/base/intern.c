/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * String interning: texts live in one arena and never move, the index is an
 * open-addressing table of ids.
 */
#include "base/intern.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"

enum { FIRST_STRINGS = 512 };

struct entry {
	const char *text;
	size_t length;
	uint64_t hash;
};

struct sg_intern {
	struct sg_arena *arena; /* of the texts */
	struct entry *entries;
	uint32_t count;
	uint32_t capacity; /* of entries; there are twice as many slots */
	uint32_t *slots;   /* id + 1; 0 = empty */
};

static uint32_t *find_slot(const struct sg_intern *table, const char *text, size_t length,
                           uint64_t hash)
{
	uint32_t mask = table->capacity * 2 - 1;
	uint32_t at = (uint32_t)hash & mask;

	for (; table->slots[at]; at = (at + 1) & mask) {
		const struct entry *entry = &table->entries[table->slots[at] - 1];

		if (entry->hash == hash && entry->length == length &&
		    !memcmp(entry->text, text, length))
			break;
	}
	return &table->slots[at];
}

static void grow(struct sg_intern *table)
{
	if (table->capacity > UINT32_MAX / 8)
		sg_bug("more than %u strings", table->count);
	table->capacity = table->capacity ? table->capacity * 2 : FIRST_STRINGS;
	table->entries = realloc(table->entries, table->capacity * sizeof(*table->entries));
	free(table->slots);
	table->slots = calloc((size_t)table->capacity * 2, sizeof(*table->slots));
	if (!table->entries || !table->slots)
		sg_bug("out of memory interning %u strings", table->count);
	for (uint32_t i = 0; i < table->count; i++) {
		const struct entry *entry = &table->entries[i];

		*find_slot(table, entry->text, entry->length, entry->hash) = i + 1;
	}
}

struct sg_intern *sg_intern_new(void)
{
	struct sg_intern *table = calloc(1, sizeof(*table));

	if (!table)
		sg_bug("out of memory creating a string table");
	table->arena = sg_arena_new("strings");
	grow(table);
	sg_intern(table, "");
	return table;
}

void sg_intern_free(struct sg_intern *table)
{
	if (!table)
		return;
	sg_arena_free(table->arena);
	free(table->entries);
	free(table->slots);
	free(table);
}

sg_str sg_intern_n(struct sg_intern *table, const char *text, size_t length)
{
	uint64_t hash;
	uint32_t *slot;

	/* Texts are C strings to all who read them: what follows a NUL is lost. */
	length = strnlen(text, length);
	hash = sg_hash_bytes(text, length);
	slot = find_slot(table, text, length, hash);
	if (*slot)
		return *slot - 1;
	if (table->count == table->capacity) {
		grow(table);
		slot = find_slot(table, text, length, hash);
	}
	table->entries[table->count] = (struct entry){
		.text = sg_arena_strndup(table->arena, text, length),
		.length = length,
		.hash = hash,
	};
	*slot = ++table->count;
	return table->count - 1;
}

sg_str sg_intern(struct sg_intern *table, const char *text)
{
	return sg_intern_n(table, text, strlen(text));
}

sg_str sg_intern_find(const struct sg_intern *table, const char *text)
{
	size_t length = strlen(text);
	uint32_t slot = *find_slot(table, text, length, sg_hash_bytes(text, length));

	return slot ? slot - 1 : 0;
}

const char *sg_intern_text(const struct sg_intern *table, sg_str id)
{
	return table->entries[id].text;
}

uint32_t sg_intern_count(const struct sg_intern *table)
{
	return table->count;
}
