/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The vocabulary of the abstract domain: access paths, regions of memory,
 * symbolic scalars, branch literals and trace hops.  All are immutable and
 * hash-consed in one struct sg_domain, so equal things have equal numbers and
 * comparing them is comparing integers.  Numbers are given in the order of
 * creation, which is deterministic.
 */
#ifndef SG_CORE_DOMAIN_H
#define SG_CORE_DOMAIN_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"
#include "core/ir.h"
#include "core/rules.h"

typedef uint32_t sg_path;   /* 0: the object itself */
typedef uint32_t sg_region; /* 0: none */
typedef uint32_t sg_expr;   /* 0: none */
typedef uint32_t sg_lit;    /* 0: none */
typedef uint32_t sg_hop;    /* 0: none */

/* ------------------------------------------------------------------------
 * Access paths inside one object: no pointer is followed.
 */
enum sg_step_kind {
	SG_STEP_FIELD,   /* a: record identity, b: field name */
	SG_STEP_INDEX,   /* a: constant element number, from 1 */
	SG_STEP_ANY,     /* some element */
	SG_STEP_PAYLOAD, /* the memory a descriptor describes */
	/*
	 * a: enum sg_view: the struct page itself of memory named by its page; or
	 * a: SG_STEP_CONTAINER | field name, b: record identity: container_of()
	 */
	SG_STEP_VIEW,
};

#define SG_STEP_CONTAINER 0x80000000u

struct sg_path_info {
	sg_path parent;
	uint8_t kind; /* enum sg_step_kind */
	uint8_t length;
	sg_path plain; /* the same without array indices */
	sg_str a;
	sg_str b;
};

/* ------------------------------------------------------------------------
 * Regions: pieces of memory.
 */
enum sg_region_kind {
	SG_REGION_LOCAL,    /* a: function, b: local */
	SG_REGION_GLOBAL,   /* a: name */
	SG_REGION_FUNCTION, /* a: name */
	SG_REGION_STRING,
	SG_REGION_PARAM,    /* a: function, b: parameter: what its initial value names */
	SG_REGION_DEREF,    /* parent, a: path: what the initial content of that cell names */
	SG_REGION_PAYLOAD,  /* parent, a: path: what the descriptor there described at first */
	SG_REGION_CALL,     /* a: function, b: instruction: what an unknown call returned */
	SG_REGION_FRESH,    /* a: function, b: instruction, c: effect: made by a source fact */
	SG_REGION_INSTANCE, /* a: function, b: call, parent: a callee's CALL or FRESH region */
	SG_REGION_ASSERTED, /* parent, cast to __iomem by the author */
	SG_REGION_PROVED,   /* parent, of which a test on the way proved tag a */
	SG_REGION_RESULT,   /* a: function: the record it returns by value */
	SG_REGION_DECLARED, /* a: function, b: load: unknown, but loaded as __iomem */
};

struct sg_region_info {
	uint8_t kind;     /* enum sg_region_kind */
	bool is_declared; /* its declaration says __iomem */
	bool is_const;    /* GLOBAL: nobody stores there after its initialiser */
	bool has_tag;
	uint8_t tag; /* enum sg_tag, when has_tag */
	uint8_t strength;
	uint8_t view;  /* how the value that first named it saw it */
	uint8_t depth; /* pointers followed, or calls passed */
	sg_region parent;
	uint32_t a, b, c;
	const struct sg_effect *effect; /* FRESH and its instances */
	const char *producer;           /* what made it, for people; NULL when nothing is known */
	const char *carrier;
	/* where it was made; unit NULL when there is no place */
	const struct sg_unit *unit;
	sg_loc loc;
};

/* ------------------------------------------------------------------------
 * Symbolic scalars
 */
enum sg_expr_kind {
	SG_EXPR_CONST,    /* value */
	SG_EXPR_PARAM,    /* a: function, b: parameter */
	SG_EXPR_CELL,     /* a: region, b: path: its initial content */
	SG_EXPR_POINTER,  /* a: region, b: path: that address, as a number */
	SG_EXPR_RESULT,   /* a: function, b: instruction: an unknown result */
	SG_EXPR_INSTANCE, /* a: function, b: call, c: a callee's expression */
	SG_EXPR_GUARD,    /* a: region, b: tag: 1 when the region has the tag */
	SG_EXPR_BINARY,   /* op, a, b: expressions */
	SG_EXPR_UNARY,    /* op, a */
};

struct sg_expr_info {
	uint8_t kind;
	uint8_t op;
	uint8_t depth;
	bool in_literal; /* some alternative depends on it */
	uint32_t a, b, c;
	int64_t value;
};

/* expr == value, or != when !is_equal */
struct sg_lit_info {
	sg_expr expr;
	bool is_equal;
	int64_t value;
};

/* ------------------------------------------------------------------------
 * Hops: how a value came here, newest first.
 */
enum sg_hop_kind {
	SG_HOP_CAST,    /* the qualifier was dropped */
	SG_HOP_INTEGER, /* became an integer */
	SG_HOP_STORE,   /* stored in a field or global */
	SG_HOP_LOAD,    /* read back from one */
	SG_HOP_MOVE,    /* passed through a function of the rules */
	SG_HOP_RETURN,  /* came back from a call */
};

struct sg_hop_info {
	uint8_t kind;
	uint8_t length;
	sg_hop previous;
	uint32_t function; /* index of the engine's function */
	uint32_t inst;
	sg_str name; /* field, variable or function it went through */
};

struct sg_domain {
	struct sg_arena *arena;
	SG_VEC(struct sg_path_info) paths;
	SG_VEC(struct sg_region_info) regions;
	SG_VEC(struct sg_expr_info) exprs;
	SG_VEC(struct sg_lit_info) lits;
	SG_VEC(struct sg_hop_info) hops;
	struct sg_map path_map, region_map, expr_map, lit_map, hop_map;
	uint64_t path_cuts;
};

void sg_domain_init(struct sg_domain *d, struct sg_arena *arena);

/* SG_MAX_PATH steps at most: beyond it '*cut' is set and the parent returned. */
sg_path sg_path_step(struct sg_domain *d, sg_path parent, enum sg_step_kind kind, sg_str a,
                     sg_str b, bool *cut);
/* 'base' followed by all steps of 'tail'. */
sg_path sg_path_concat(struct sg_domain *d, sg_path base, sg_path tail, bool *cut);
/* The path without array indices: what tells one field from another. */
sg_path sg_path_strip_index(const struct sg_domain *d, sg_path path);
/* The last step that is a field; NULL when there is none. */
const struct sg_path_info *sg_path_last_field(const struct sg_domain *d, sg_path path);

/* The region with these key parts; '*is_new' tells the caller to describe it. */
sg_region sg_region_get(struct sg_domain *d, enum sg_region_kind kind, sg_region parent, uint32_t a,
                        uint32_t b, uint32_t c, bool is_declared, bool *is_new);
sg_expr sg_expr_const(struct sg_domain *d, int64_t value);
sg_expr sg_expr_leaf(struct sg_domain *d, enum sg_expr_kind kind, uint32_t a, uint32_t b,
                     uint32_t c);
/* Folds constants and double negations; 0 when it grows too deep. */
sg_expr sg_expr_binary(struct sg_domain *d, enum sg_binop op, sg_expr a, sg_expr b);
sg_expr sg_expr_unary(struct sg_domain *d, enum sg_unop op, sg_expr a);
/* True when the expression can only be 0 or 1. */
bool sg_expr_is_boolean(const struct sg_domain *d, sg_expr expr);
/* True when it speaks of what a function was given: its callers can decide it. */
bool sg_expr_is_of_entry(const struct sg_domain *d, sg_expr expr);

sg_lit sg_lit_get(struct sg_domain *d, sg_expr expr, bool is_equal, int64_t value);
/* Where 'x' holds, 'y' does. */
bool sg_lit_implies(const struct sg_domain *d, sg_lit x, sg_lit y);
bool sg_lit_contradict(const struct sg_domain *d, sg_lit x, sg_lit y);

/* A hop that is already in the chain is not added again (loops end). */
sg_hop sg_hop_add(struct sg_domain *d, sg_hop previous, enum sg_hop_kind kind, uint32_t function,
                  uint32_t inst, sg_str name);

static inline const struct sg_path_info *sg_path_get(const struct sg_domain *d, sg_path p)
{
	return &d->paths.items[p];
}

static inline struct sg_region_info *sg_region_at(const struct sg_domain *d, sg_region r)
{
	return &d->regions.items[r];
}

static inline const struct sg_expr_info *sg_expr_at(const struct sg_domain *d, sg_expr x)
{
	return &d->exprs.items[x];
}

static inline const struct sg_lit_info *sg_lit_at(const struct sg_domain *d, sg_lit l)
{
	return &d->lits.items[l];
}

static inline const struct sg_hop_info *sg_hop_at(const struct sg_domain *d, sg_hop h)
{
	return &d->hops.items[h];
}

#endif
