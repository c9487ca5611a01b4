/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Abstract values: a set of alternatives (atoms), each with the branch
 * literals under which it arose.  Values are immutable and hash-consed; value
 * 0 is the empty set (nothing reaches here: NULL dereference, uninitialised).
 */
#ifndef SG_CORE_VALUE_H
#define SG_CORE_VALUE_H

#include "core/domain.h"
#include "core/limits.h"

typedef uint32_t sg_value;

enum sg_atom_kind {
	SG_ATOM_UNKNOWN, /* anything */
	SG_ATOM_SCALAR,  /* expr */
	SG_ATOM_MEMORY,  /* names region.path, seen as view */
};

struct sg_atom {
	uint8_t kind; /* enum sg_atom_kind */
	uint8_t view; /* enum sg_view */
	uint8_t lit_count;
	uint8_t zero;  /* no byte is left undefined: atoms are compared as memory */
	uint32_t what; /* region or expression */
	sg_path path;
	sg_hop hop;                        /* how it came here; no part of its identity */
	sg_lit lits[SG_MAX_ATOM_LITERALS]; /* sorted */
};

struct sg_value_info {
	const struct sg_atom *atoms; /* sorted, one for each identity */
	uint32_t count;
};

struct sg_values {
	struct sg_domain *domain;
	struct sg_arena *arena;
	SG_VEC(struct sg_value_info) values;
	struct sg_map map;
	uint64_t value_cuts;
	uint64_t literal_cuts;
};

/* A set under construction. */
struct sg_atom_set {
	struct sg_atom atoms[SG_MAX_ATOMS];
	uint32_t count;
};

void sg_values_init(struct sg_values *vs, struct sg_domain *domain, struct sg_arena *arena);

static inline const struct sg_value_info *sg_value_at(const struct sg_values *vs, sg_value v)
{
	return &vs->values.items[v];
}

/*
 * Adds an alternative; one with the same identity is merged (literals both
 * have).  Beyond SG_MAX_ATOMS scalars give way to memory, then all to unknown.
 */
void sg_atom_set_add(struct sg_values *vs, struct sg_atom_set *set, const struct sg_atom *atom);
sg_value sg_atom_set_value(struct sg_values *vs, struct sg_atom_set *set);

sg_value sg_value_unknown(struct sg_values *vs);
sg_value sg_value_const(struct sg_values *vs, int64_t value);
sg_value sg_value_scalar(struct sg_values *vs, sg_expr expr);
sg_value sg_value_memory(struct sg_values *vs, sg_region region, sg_path path, enum sg_view view,
                         sg_hop hop);
struct sg_atom sg_atom_memory(sg_region region, sg_path path, enum sg_view view, sg_hop hop);
struct sg_atom sg_atom_scalar(sg_expr expr);

sg_value sg_value_join(struct sg_values *vs, sg_value a, sg_value b);
/*
 * Join at a merge: what only 'a' has holds under 'a_lits' (in force there and
 * not on the other side), likewise for 'b'.
 */
sg_value sg_value_merge(struct sg_values *vs, sg_value a, const sg_lit *a_lits, uint32_t a_count,
                        sg_value b, const sg_lit *b_lits, uint32_t b_count);
/* Without the alternatives whose literals contradict 'lit'. */
sg_value sg_value_assume(struct sg_values *vs, sg_value v, sg_lit lit);
/* Adds a literal to an atom; dropped (and counted) when there is no room. */
void sg_atom_add_lit(struct sg_values *vs, struct sg_atom *atom, sg_lit lit);

/* NULL, an error pointer or another small constant: names no memory. */
bool sg_atom_is_null(const struct sg_values *vs, const struct sg_atom *atom);
bool sg_atom_const(const struct sg_values *vs, const struct sg_atom *atom, int64_t *value);

#endif
