/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is left of one round through a loop in the next one.  A literal such as
 * "the result of this call is not 0" is of the call made last: when the loop
 * makes the call again, what the alternatives of a value remember of the old
 * result would be taken for the new one, and the wrong ones dropped.
 */
#include <string.h>

#include "core/engine.h"

static bool is_made_inside(const struct sg_loop *loop, uint32_t func, uint32_t inst)
{
	return func == loop->func && loop->first <= loop->positions[inst] &&
	       loop->positions[inst] <= loop->last;
}

static bool region_is_made_inside(const struct sg_domain *d, const struct sg_loop *loop,
                                  sg_region region)
{
	for (; region != 0; region = sg_region_at(d, region)->parent) {
		const struct sg_region_info *r = sg_region_at(d, region);

		switch ((enum sg_region_kind)r->kind) {
		case SG_REGION_CALL:
		case SG_REGION_FRESH:
		case SG_REGION_INSTANCE:
		case SG_REGION_DECLARED:
			if (is_made_inside(loop, r->a, r->b))
				return true;
			break;
		default:
			break;
		}
	}
	return false;
}

static bool expr_is_made_inside(const struct sg_domain *d, const struct sg_loop *loop, sg_expr expr)
{
	const struct sg_expr_info *x = sg_expr_at(d, expr);

	switch ((enum sg_expr_kind)x->kind) {
	case SG_EXPR_RESULT:
	case SG_EXPR_INSTANCE:
		return is_made_inside(loop, x->a, x->b);
	case SG_EXPR_CELL:
	case SG_EXPR_POINTER:
	case SG_EXPR_GUARD:
		return region_is_made_inside(d, loop, x->a);
	case SG_EXPR_BINARY:
		return expr_is_made_inside(d, loop, x->a) || expr_is_made_inside(d, loop, x->b);
	case SG_EXPR_UNARY:
		return expr_is_made_inside(d, loop, x->a);
	case SG_EXPR_CONST:
	case SG_EXPR_PARAM:
		return false;
	}
	return false;
}

/* Keeps the others, in their order; returns how many there are. */
static uint32_t keep_others(const struct sg_domain *d, const struct sg_loop *loop, sg_lit *lits,
                            uint32_t count)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < count; i++)
		if (!expr_is_made_inside(d, loop, sg_lit_at(d, lits[i])->expr))
			lits[kept++] = lits[i];
	return kept;
}

static sg_value forget_in_value(struct sg_values *vs, const struct sg_loop *loop, sg_value v)
{
	struct sg_value_info info = *sg_value_at(vs, v);
	struct sg_atom_set set;
	bool changed = false;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		uint32_t count = atom.lit_count;

		atom.lit_count = (uint8_t)keep_others(vs->domain, loop, atom.lits, count);
		for (uint32_t j = atom.lit_count; j < count; j++)
			atom.lits[j] = 0;
		changed |= atom.lit_count != count;
		sg_atom_set_add(vs, &set, &atom);
	}
	return changed ? sg_atom_set_value(vs, &set) : v;
}

void sg_loop_forget(struct sg_state *s, struct sg_values *vs, const struct sg_loop *loop)
{
	s->lit_count = keep_others(vs->domain, loop, s->lits, s->lit_count);
	for (uint32_t i = 0; i < s->cells.count; i++)
		s->cells.items[i].value = forget_in_value(vs, loop, s->cells.items[i].value);
}
