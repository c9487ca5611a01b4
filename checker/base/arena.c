/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bump allocation in chunks.  Chunks come zeroed from calloc(); only a reset
 * has to clear memory again, and only what was handed out.
 */
#include "base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum {
	CHUNK_FIRST = 16 * 1024, /* most scratch arenas never need a second one */
	CHUNK_MAX = 1024 * 1024, /* growth stops here: what is wasted stays small */
	ALIGNMENT = alignof(max_align_t),
};

struct chunk {
	struct chunk *previous;
	size_t size;
	size_t used;
	alignas(max_align_t) unsigned char data[];
};

struct sg_arena {
	const char *name;
	struct chunk *current;
	size_t used;
};

static struct chunk *chunk_new(struct chunk *previous, size_t size)
{
	struct chunk *chunk = calloc(1, sizeof(*chunk) + size);

	if (!chunk)
		sg_bug("out of memory allocating %zu bytes", size);
	chunk->previous = previous;
	chunk->size = size;
	return chunk;
}

struct sg_arena *sg_arena_new(const char *name)
{
	struct sg_arena *arena = calloc(1, sizeof(*arena));

	if (!arena)
		sg_bug("out of memory creating the arena '%s'", name);
	arena->name = name;
	arena->current = chunk_new(NULL, CHUNK_FIRST);
	return arena;
}

void sg_arena_free(struct sg_arena *arena)
{
	if (!arena)
		return;
	for (struct chunk *chunk = arena->current, *previous; chunk; chunk = previous) {
		previous = chunk->previous;
		free(chunk);
	}
	free(arena);
}

void sg_arena_reset(struct sg_arena *arena)
{
	struct chunk *chunk = arena->current;

	while (chunk->previous) {
		struct chunk *previous = chunk->previous;

		free(chunk);
		chunk = previous;
	}
	memset(chunk->data, 0, chunk->used);
	chunk->used = 0;
	arena->current = chunk;
	arena->used = 0;
}

static void *allocate_in_new_chunk(struct sg_arena *arena, size_t size)
{
	size_t chunk_size = arena->current->size * 2;

	if (chunk_size > CHUNK_MAX)
		chunk_size = CHUNK_MAX;
	if (chunk_size < size)
		chunk_size = size;
	arena->current = chunk_new(arena->current, chunk_size);
	arena->current->used = size;
	return arena->current->data;
}

void *sg_arena_alloc(struct sg_arena *arena, size_t size)
{
	struct chunk *chunk = arena->current;
	void *memory;

	if (size > SIZE_MAX / 4)
		sg_bug("allocation of %zu bytes in the arena '%s'", size, arena->name);
	size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	arena->used += size;
	if (size > chunk->size - chunk->used)
		return allocate_in_new_chunk(arena, size);
	memory = chunk->data + chunk->used;
	chunk->used += size;
	return memory;
}

void *sg_arena_copy(struct sg_arena *arena, const void *data, size_t size)
{
	void *copy = sg_arena_alloc(arena, size);

	if (size)
		memcpy(copy, data, size);
	return copy;
}

char *sg_arena_strndup(struct sg_arena *arena, const char *text, size_t length)
{
	char *copy = sg_arena_alloc(arena, length + 1);

	if (length)
		memcpy(copy, text, length);
	return copy;
}

char *sg_arena_strdup(struct sg_arena *arena, const char *text)
{
	return sg_arena_strndup(arena, text, strlen(text));
}

char *sg_arena_printf(struct sg_arena *arena, const char *format, ...)
{
	va_list args;
	int length;
	char *text;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		sg_bug("bad format '%s'", format);
	text = sg_arena_alloc(arena, (size_t)length + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	return text;
}

const char *sg_arena_name(const struct sg_arena *arena)
{
	return arena->name;
}

size_t sg_arena_used(const struct sg_arena *arena)
{
	return arena->used;
}
