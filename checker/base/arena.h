/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bump allocation.  Everything sglint builds for one purpose (one unit, one
 * analysis, one function's scratch data) lives in one arena and goes away
 * with it.
 *
 * The ownership law of the whole code base: whatever a function returns lives
 * in the arena it was given; it keeps no pointer to its arguments unless its
 * name ends in _take.  Running out of memory aborts the process.
 */
#ifndef SG_BASE_ARENA_H
#define SG_BASE_ARENA_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sg_arena;

/* 'name' is kept, not copied: pass a string literal. */
struct sg_arena *sg_arena_new(const char *name);
void sg_arena_free(struct sg_arena *arena);

/* Drops all contents, keeps the first chunk for reuse. */
void sg_arena_reset(struct sg_arena *arena);

/* 'size' zeroed bytes aligned for any type; size 0 gives a valid pointer. */
void *sg_arena_alloc(struct sg_arena *arena, size_t size);
void *sg_arena_copy(struct sg_arena *arena, const void *data, size_t size);
char *sg_arena_strdup(struct sg_arena *arena, const char *text);
char *sg_arena_strndup(struct sg_arena *arena, const char *text, size_t length);
char *sg_arena_printf(struct sg_arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

const char *sg_arena_name(const struct sg_arena *arena);
/* Bytes handed out since creation or the last reset. */
size_t sg_arena_used(const struct sg_arena *arena);

#define SG_NEW(arena, type) ((type *)sg_arena_alloc((arena), sizeof(type)))
#define SG_NEW_ARRAY(arena, type, count) \
	((type *)sg_arena_alloc((arena), sizeof(type) * (size_t)(count)))

#ifdef __cplusplus
}
#endif

#endif
