/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The abstract state at one program point: what the cells hold, what guards
 * have proved of regions, and which branch literals are in force.  States are
 * plain values: copy, change, merge.
 */
#ifndef SG_CORE_STATE_H
#define SG_CORE_STATE_H

#include "core/value.h"

/* A cell is a place in memory: region and path in one number, sorted by region. */
typedef uint64_t sg_cell;

static inline sg_cell sg_cell_make(sg_region region, sg_path path)
{
	return ((uint64_t)region << 32) | path;
}

static inline sg_region sg_cell_region(sg_cell cell)
{
	return (sg_region)(cell >> 32);
}

static inline sg_path sg_cell_path(sg_cell cell)
{
	return (sg_path)cell;
}

struct sg_state_cell {
	sg_cell cell;
	sg_value value;
};

/* Bits are 1 << enum sg_tag. */
struct sg_refinement {
	sg_region region;
	uint8_t is_mask;  /* proved to have these tags */
	uint8_t not_mask; /* proved not to have them */
	/* an address of it was asked for that is NULL or an error exactly when it has these */
	uint8_t fails_mask;
};

struct sg_state {
	bool is_reachable;
	SG_VEC(struct sg_state_cell) cells;       /* sorted by cell */
	SG_VEC(struct sg_refinement) refinements; /* sorted by region */
	sg_lit lits[SG_MAX_STATE_LITERALS];       /* sorted */
	uint32_t lit_count;
};

/* 'arena' must outlive both. */
void sg_state_copy(struct sg_state *to, const struct sg_state *from, struct sg_arena *arena);

bool sg_state_equal(const struct sg_state *a, const struct sg_state *b);

/* False when nothing was stored there yet. */
bool sg_state_get(const struct sg_state *s, sg_cell cell, sg_value *value);
void sg_state_set(struct sg_state *s, struct sg_arena *arena, sg_cell cell, sg_value value);
/* Index of the first cell >= 'cell'. */
uint32_t sg_state_lower_bound(const struct sg_state *s, sg_cell cell);
void sg_state_remove(struct sg_state *s, sg_cell cell);

void sg_state_refine(struct sg_state *s, struct sg_arena *arena, sg_region region, uint8_t is_mask,
                     uint8_t not_mask);
void sg_state_fails(struct sg_state *s, struct sg_arena *arena, sg_region region, uint8_t tags);
struct sg_refinement sg_state_refinement(const struct sg_state *s, sg_region region);

/*
 * Takes a literal into force: false when it contradicts one that is.  Values
 * whose alternatives contradict it lose them.
 */
bool sg_state_assume(struct sg_state *s, struct sg_values *vs, sg_lit lit);
bool sg_state_contradicts(const struct sg_state *s, const struct sg_domain *d, sg_lit lit);

/*
 * The value a cell has when nothing was stored there; called for cells that
 * only one side of a merge has.
 */
typedef sg_value (*sg_initial_fn)(void *context, sg_cell cell);

/* into := into merged with from; true when 'into' changed. */
bool sg_state_merge(struct sg_state *into, const struct sg_state *from, struct sg_values *vs,
                    struct sg_arena *arena, sg_initial_fn initial, void *context);

#endif
