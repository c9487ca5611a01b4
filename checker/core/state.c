/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "core/state.h"

#include <string.h>

void sg_state_copy(struct sg_state *to, const struct sg_state *from, struct sg_arena *arena)
{
	*to = *from;
	to->cells.capacity = from->cells.count;
	to->cells.items = sg_arena_copy(arena, from->cells.items,
	                                from->cells.count * sizeof(struct sg_state_cell));
	to->refinements.capacity = from->refinements.count;
	to->refinements.items =
		sg_arena_copy(arena, from->refinements.items,
	                      from->refinements.count * sizeof(struct sg_refinement));
}

static bool cells_equal(const struct sg_state *a, const struct sg_state *b)
{
	if (a->cells.count != b->cells.count)
		return false;
	for (uint32_t i = 0; i < a->cells.count; i++)
		if (a->cells.items[i].cell != b->cells.items[i].cell ||
		    a->cells.items[i].value != b->cells.items[i].value)
			return false;
	return true;
}

static bool refinements_equal(const struct sg_state *a, const struct sg_state *b)
{
	if (a->refinements.count != b->refinements.count)
		return false;
	for (uint32_t i = 0; i < a->refinements.count; i++) {
		const struct sg_refinement *x = &a->refinements.items[i];
		const struct sg_refinement *y = &b->refinements.items[i];

		if (x->region != y->region || x->is_mask != y->is_mask ||
		    x->not_mask != y->not_mask || x->fails_mask != y->fails_mask)
			return false;
	}
	return true;
}

bool sg_state_equal(const struct sg_state *a, const struct sg_state *b)
{
	if (!a->is_reachable || !b->is_reachable)
		return a->is_reachable == b->is_reachable;
	return a->lit_count == b->lit_count &&
	       memcmp(a->lits, b->lits, a->lit_count * sizeof(sg_lit)) == 0 &&
	       refinements_equal(a, b) && cells_equal(a, b);
}

uint32_t sg_state_lower_bound(const struct sg_state *s, sg_cell cell)
{
	uint32_t low = 0, high = s->cells.count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (s->cells.items[middle].cell < cell)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool sg_state_get(const struct sg_state *s, sg_cell cell, sg_value *value)
{
	uint32_t at = sg_state_lower_bound(s, cell);

	if (at == s->cells.count || s->cells.items[at].cell != cell)
		return false;
	*value = s->cells.items[at].value;
	return true;
}

void sg_state_set(struct sg_state *s, struct sg_arena *arena, sg_cell cell, sg_value value)
{
	uint32_t at = sg_state_lower_bound(s, cell);

	if (at < s->cells.count && s->cells.items[at].cell == cell) {
		s->cells.items[at].value = value;
		return;
	}
	sg_vec_push(&s->cells, arena, (struct sg_state_cell){0});
	memmove(&s->cells.items[at + 1], &s->cells.items[at],
	        (s->cells.count - 1 - at) * sizeof(struct sg_state_cell));
	s->cells.items[at] = (struct sg_state_cell){cell, value};
}

void sg_state_remove(struct sg_state *s, sg_cell cell)
{
	uint32_t at = sg_state_lower_bound(s, cell);

	if (at == s->cells.count || s->cells.items[at].cell != cell)
		return;
	s->cells.count--;
	memmove(&s->cells.items[at], &s->cells.items[at + 1],
	        (s->cells.count - at) * sizeof(struct sg_state_cell));
}

static struct sg_refinement *refinement_of(struct sg_state *s, struct sg_arena *arena,
                                           sg_region region)
{
	uint32_t at = 0;

	while (at < s->refinements.count && s->refinements.items[at].region < region)
		at++;
	if (at == s->refinements.count || s->refinements.items[at].region != region) {
		sg_vec_push(&s->refinements, arena, (struct sg_refinement){0});
		memmove(&s->refinements.items[at + 1], &s->refinements.items[at],
		        (s->refinements.count - 1 - at) * sizeof(struct sg_refinement));
		s->refinements.items[at] = (struct sg_refinement){.region = region};
	}
	return &s->refinements.items[at];
}

void sg_state_refine(struct sg_state *s, struct sg_arena *arena, sg_region region, uint8_t is_mask,
                     uint8_t not_mask)
{
	struct sg_refinement *r = refinement_of(s, arena, region);

	r->is_mask = (uint8_t)((r->is_mask | is_mask) & ~not_mask);
	r->not_mask = (uint8_t)((r->not_mask | not_mask) & ~is_mask);
}

void sg_state_fails(struct sg_state *s, struct sg_arena *arena, sg_region region, uint8_t tags)
{
	refinement_of(s, arena, region)->fails_mask |= tags;
}

struct sg_refinement sg_state_refinement(const struct sg_state *s, sg_region region)
{
	for (uint32_t i = 0; i < s->refinements.count; i++)
		if (s->refinements.items[i].region == region)
			return s->refinements.items[i];
	return (struct sg_refinement){.region = region};
}

bool sg_state_contradicts(const struct sg_state *s, const struct sg_domain *d, sg_lit lit)
{
	for (uint32_t i = 0; i < s->lit_count; i++)
		if (sg_lit_contradict(d, s->lits[i], lit))
			return true;
	return false;
}

static void add_lit(struct sg_state *s, struct sg_values *vs, sg_lit lit)
{
	uint32_t at = 0;

	for (; at < s->lit_count && s->lits[at] <= lit; at++)
		if (s->lits[at] == lit)
			return;
	if (s->lit_count == SG_MAX_STATE_LITERALS) {
		vs->literal_cuts++;
		return;
	}
	memmove(&s->lits[at + 1], &s->lits[at], (s->lit_count - at) * sizeof(sg_lit));
	s->lits[at] = lit;
	s->lit_count++;
}

bool sg_state_assume(struct sg_state *s, struct sg_values *vs, sg_lit lit)
{
	sg_expr about = sg_lit_at(vs->domain, lit)->expr;

	if (sg_state_contradicts(s, vs->domain, lit)) {
		s->is_reachable = false;
		return false;
	}
	add_lit(s, vs, lit);
	if (!sg_expr_at(vs->domain, about)->in_literal)
		return true;
	for (uint32_t i = 0; i < s->cells.count; i++)
		s->cells.items[i].value = sg_value_assume(vs, s->cells.items[i].value, lit);
	return true;
}

/*
 * The literals of 'a' that 'b' lacks; the ones that decided between the two
 * sides (b holds the opposite) first, because an alternative keeps only a few.
 */
static uint32_t side_lits(const struct sg_domain *d, const struct sg_state *a,
                          const struct sg_state *b, sg_lit out[SG_MAX_STATE_LITERALS])
{
	uint32_t count = 0, decided = 0;

	for (uint32_t i = 0; i < a->lit_count; i++) {
		bool is_common = false;

		for (uint32_t j = 0; j < b->lit_count; j++)
			is_common |= b->lits[j] == a->lits[i];
		if (is_common)
			continue;
		out[count] = a->lits[i];
		if (sg_state_contradicts(b, d, a->lits[i])) {
			sg_lit swap = out[decided];

			out[decided++] = out[count];
			out[count] = swap;
		}
		count++;
	}
	return count < SG_MAX_ATOM_LITERALS ? count : SG_MAX_ATOM_LITERALS;
}

static bool merge_refinements(struct sg_state *into, const struct sg_state *from)
{
	uint32_t kept = 0;
	bool changed = false;

	for (uint32_t i = 0; i < into->refinements.count; i++) {
		struct sg_refinement r = into->refinements.items[i];
		struct sg_refinement other = sg_state_refinement(from, r.region);

		if ((r.is_mask & other.is_mask) != r.is_mask ||
		    (r.not_mask & other.not_mask) != r.not_mask ||
		    (r.fails_mask & other.fails_mask) != r.fails_mask)
			changed = true;
		r.is_mask &= other.is_mask;
		r.not_mask &= other.not_mask;
		r.fails_mask &= other.fails_mask;
		if (r.is_mask | r.not_mask | r.fails_mask)
			into->refinements.items[kept++] = r;
	}
	into->refinements.count = kept;
	return changed;
}

static bool holds(const struct sg_domain *d, const struct sg_state *s, sg_lit lit)
{
	for (uint32_t i = 0; i < s->lit_count; i++)
		if (sg_lit_implies(d, s->lits[i], lit))
			return true;
	return false;
}

static bool merge_lits(struct sg_state *into, const struct sg_state *from, struct sg_values *vs)
{
	const struct sg_domain *d = vs->domain;
	struct sg_state old = *into;

	into->lit_count = 0;
	for (uint32_t i = 0; i < old.lit_count; i++)
		if (holds(d, from, old.lits[i]))
			into->lits[into->lit_count++] = old.lits[i];
	for (uint32_t i = 0; i < from->lit_count; i++)
		if (holds(d, &old, from->lits[i]))
			add_lit(into, vs, from->lits[i]);
	return into->lit_count != old.lit_count ||
	       memcmp(into->lits, old.lits, old.lit_count * sizeof(sg_lit)) != 0;
}

bool sg_state_merge(struct sg_state *into, const struct sg_state *from, struct sg_values *vs,
                    struct sg_arena *arena, sg_initial_fn initial, void *context)
{
	sg_lit into_lits[SG_MAX_STATE_LITERALS], from_lits[SG_MAX_STATE_LITERALS];
	struct sg_state old = *into;
	uint32_t into_count, from_count, i = 0, j = 0;
	bool changed = false;

	if (!from->is_reachable)
		return false;
	if (!into->is_reachable) {
		sg_state_copy(into, from, arena);
		return true;
	}
	into_count = side_lits(vs->domain, into, from, into_lits);
	from_count = side_lits(vs->domain, from, into, from_lits);
	memset(&into->cells, 0, sizeof(into->cells));
	while (i < old.cells.count || j < from->cells.count) {
		sg_cell a = i < old.cells.count ? old.cells.items[i].cell : UINT64_MAX;
		sg_cell b = j < from->cells.count ? from->cells.items[j].cell : UINT64_MAX;
		sg_cell cell = a < b ? a : b;
		sg_value x = a == cell ? old.cells.items[i++].value : initial(context, cell);
		sg_value y = b == cell ? from->cells.items[j++].value : initial(context, cell);
		sg_value merged =
			sg_value_merge(vs, x, into_lits, into_count, y, from_lits, from_count);

		changed |= a != cell || merged != x;
		sg_vec_push(&into->cells, arena, (struct sg_state_cell){cell, merged});
	}
	changed |= merge_refinements(into, from);
	changed |= merge_lits(into, from, vs);
	return changed;
}
