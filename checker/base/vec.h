/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Growable arrays whose storage lives in an arena.  Growing leaves the old
 * storage behind in the arena, so pointers to elements are invalid after a
 * push, but never dangling memory.
 *
 *	SG_VEC(struct sg_inst) insts;		a field
 *	sg_vec_push(&f->insts, arena, inst);
 *	for (uint32_t i = 0; i < f->insts.count; i++) f->insts.items[i] ...
 */
#ifndef SG_BASE_VEC_H
#define SG_BASE_VEC_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

#define SG_VEC(type)               \
	struct {                   \
		type *items;       \
		uint32_t count;    \
		uint32_t capacity; \
	}

/* Appends a copy of 'value'. */
#define sg_vec_push(vec, arena, ...)                                                     \
	do {                                                                             \
		(vec)->items = sg_vec_grow((vec)->items, (vec)->count, &(vec)->capacity, \
		                           sizeof(*(vec)->items), (arena));              \
		(vec)->items[(vec)->count++] = (__VA_ARGS__);                            \
	} while (0)

/* Storage for at least count + 1 elements, moved when it has to grow. */
void *sg_vec_grow(void *items, uint32_t count, uint32_t *capacity, size_t item_size,
                  struct sg_arena *arena);

#ifdef __cplusplus
}
#endif

#endif
