/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "core/value.h"

#include <string.h>

_Static_assert(sizeof(struct sg_atom) == 4 * sizeof(uint8_t) + 3 * sizeof(uint32_t) +
                                                 SG_MAX_ATOM_LITERALS * sizeof(sg_lit),
               "an atom has no padding");

void sg_values_init(struct sg_values *vs, struct sg_domain *domain, struct sg_arena *arena)
{
	memset(vs, 0, sizeof(*vs));
	vs->domain = domain;
	vs->arena = arena;
	sg_map_init(&vs->map, arena);
	sg_vec_push(&vs->values, arena, (struct sg_value_info){0});
}

static int atom_compare(const struct sg_atom *a, const struct sg_atom *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->what != b->what)
		return a->what < b->what ? -1 : 1;
	if (a->path != b->path)
		return a->path < b->path ? -1 : 1;
	if (a->view != b->view)
		return a->view < b->view ? -1 : 1;
	return 0;
}

/* Keeps them sorted; false when there is no room. */
static bool insert_lit(struct sg_atom *atom, sg_lit lit)
{
	uint8_t at = 0;

	for (; at < atom->lit_count; at++) {
		if (atom->lits[at] == lit)
			return true;
		if (atom->lits[at] > lit)
			break;
	}
	if (atom->lit_count == SG_MAX_ATOM_LITERALS)
		return false;
	for (uint8_t i = atom->lit_count; i > at; i--)
		atom->lits[i] = atom->lits[i - 1];
	atom->lits[at] = lit;
	atom->lit_count++;
	return true;
}

static bool implies(const struct sg_domain *d, const struct sg_atom *atom, sg_lit lit)
{
	for (uint8_t i = 0; i < atom->lit_count; i++)
		if (sg_lit_implies(d, atom->lits[i], lit))
			return true;
	return false;
}

/* The literals of both that hold on both sides. */
static void keep_common_lits(const struct sg_domain *d, struct sg_atom *atom,
                             const struct sg_atom *other)
{
	struct sg_atom common = *atom;

	common.lit_count = 0;
	memset(common.lits, 0, sizeof(common.lits));
	for (uint8_t i = 0; i < atom->lit_count; i++)
		if (implies(d, other, atom->lits[i]))
			insert_lit(&common, atom->lits[i]);
	for (uint8_t i = 0; i < other->lit_count; i++)
		if (implies(d, atom, other->lits[i]))
			insert_lit(&common, other->lits[i]);
	*atom = common;
}

static void add_unknown(struct sg_atom_set *set)
{
	if (set->count > 0 && set->atoms[0].kind == SG_ATOM_UNKNOWN) {
		memset(set->atoms[0].lits, 0, sizeof(set->atoms[0].lits));
		set->atoms[0].lit_count = 0;
		return;
	}
	if (set->count == SG_MAX_ATOMS)
		set->count--;
	memmove(&set->atoms[1], &set->atoms[0], set->count * sizeof(set->atoms[0]));
	memset(&set->atoms[0], 0, sizeof(set->atoms[0]));
	set->count++;
}

/* Makes room by turning the scalars into one unknown; false when there are none. */
static bool drop_scalars(struct sg_atom_set *set)
{
	uint32_t kept = 0;
	bool had_scalar = false;

	for (uint32_t i = 0; i < set->count; i++) {
		if (set->atoms[i].kind == SG_ATOM_SCALAR)
			had_scalar = true;
		else
			set->atoms[kept++] = set->atoms[i];
	}
	set->count = kept;
	if (had_scalar)
		add_unknown(set);
	return had_scalar;
}

void sg_atom_set_add(struct sg_values *vs, struct sg_atom_set *set, const struct sg_atom *atom)
{
	uint32_t at = 0;

	for (; at < set->count; at++) {
		int order = atom_compare(&set->atoms[at], atom);

		if (order == 0) {
			keep_common_lits(vs->domain, &set->atoms[at], atom);
			if (atom->hop != 0 &&
			    (set->atoms[at].hop == 0 || atom->hop < set->atoms[at].hop))
				set->atoms[at].hop = atom->hop;
			return;
		}
		if (order > 0)
			break;
	}
	if (set->count == SG_MAX_ATOMS) {
		vs->value_cuts++;
		if (atom->kind == SG_ATOM_MEMORY && drop_scalars(set) && set->count < SG_MAX_ATOMS)
			sg_atom_set_add(vs, set, atom);
		else
			add_unknown(set);
		return;
	}
	memmove(&set->atoms[at + 1], &set->atoms[at], (set->count - at) * sizeof(*atom));
	set->atoms[at] = *atom;
	set->count++;
}

sg_value sg_atom_set_value(struct sg_values *vs, struct sg_atom_set *set)
{
	size_t size = set->count * sizeof(struct sg_atom);
	uint64_t probe;
	uint64_t found;

	if (set->count == 0)
		return 0;
	probe = sg_hash_bytes(set->atoms, size);
	for (; sg_map_get(&vs->map, probe, &found); probe++) {
		const struct sg_value_info *v = &vs->values.items[found];

		if (v->count == set->count && memcmp(v->atoms, set->atoms, size) == 0)
			return (sg_value)found;
	}
	sg_map_put(&vs->map, probe, vs->values.count);
	sg_vec_push(&vs->values, vs->arena,
	            (struct sg_value_info){.atoms = sg_arena_copy(vs->arena, set->atoms, size),
	                                   .count = set->count});
	return vs->values.count - 1;
}

struct sg_atom sg_atom_memory(sg_region region, sg_path path, enum sg_view view, sg_hop hop)
{
	struct sg_atom atom;

	memset(&atom, 0, sizeof(atom));
	atom.kind = SG_ATOM_MEMORY;
	atom.view = (uint8_t)view;
	atom.what = region;
	atom.path = path;
	atom.hop = hop;
	return atom;
}

struct sg_atom sg_atom_scalar(sg_expr expr)
{
	struct sg_atom atom;

	memset(&atom, 0, sizeof(atom));
	atom.kind = SG_ATOM_SCALAR;
	atom.what = expr;
	return atom;
}

static sg_value single(struct sg_values *vs, const struct sg_atom *atom)
{
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	set.atoms[0] = *atom;
	set.count = 1;
	return sg_atom_set_value(vs, &set);
}

sg_value sg_value_unknown(struct sg_values *vs)
{
	struct sg_atom atom;

	memset(&atom, 0, sizeof(atom));
	return single(vs, &atom);
}

sg_value sg_value_const(struct sg_values *vs, int64_t value)
{
	return sg_value_scalar(vs, sg_expr_const(vs->domain, value));
}

sg_value sg_value_scalar(struct sg_values *vs, sg_expr expr)
{
	struct sg_atom atom = sg_atom_scalar(expr);

	return expr == 0 ? sg_value_unknown(vs) : single(vs, &atom);
}

sg_value sg_value_memory(struct sg_values *vs, sg_region region, sg_path path, enum sg_view view,
                         sg_hop hop)
{
	struct sg_atom atom = sg_atom_memory(region, path, view, hop);

	return single(vs, &atom);
}

sg_value sg_value_join(struct sg_values *vs, sg_value a, sg_value b)
{
	return sg_value_merge(vs, a, NULL, 0, b, NULL, 0);
}

/* Without the literals that 'lit' says more exactly. */
static void drop_implied(const struct sg_domain *d, struct sg_atom *atom, sg_lit lit)
{
	uint8_t kept = 0;

	for (uint8_t i = 0; i < atom->lit_count; i++)
		if (!sg_lit_implies(d, lit, atom->lits[i]))
			atom->lits[kept++] = atom->lits[i];
	for (uint8_t i = kept; i < atom->lit_count; i++)
		atom->lits[i] = 0;
	atom->lit_count = kept;
}

void sg_atom_add_lit(struct sg_values *vs, struct sg_atom *atom, sg_lit lit)
{
	if (implies(vs->domain, atom, lit))
		return;
	drop_implied(vs->domain, atom, lit);
	if (!insert_lit(atom, lit)) {
		vs->literal_cuts++;
		return;
	}
	vs->domain->exprs.items[sg_lit_at(vs->domain, lit)->expr].in_literal = true;
}

static bool is_excluded(const struct sg_domain *d, const struct sg_atom *atom, const sg_lit *lits,
                        uint32_t count)
{
	for (uint8_t i = 0; i < atom->lit_count; i++)
		for (uint32_t j = 0; j < count; j++)
			if (sg_lit_contradict(d, atom->lits[i], lits[j]))
				return true;
	return false;
}

static void add_side(struct sg_values *vs, struct sg_atom_set *set, sg_value v, const sg_lit *lits,
                     uint32_t count)
{
	struct sg_value_info info = *sg_value_at(vs, v);

	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];

		if (is_excluded(vs->domain, &atom, lits, count))
			continue;
		for (uint32_t j = 0; j < count; j++)
			sg_atom_add_lit(vs, &atom, lits[j]);
		sg_atom_set_add(vs, set, &atom);
	}
}

sg_value sg_value_merge(struct sg_values *vs, sg_value a, const sg_lit *a_lits, uint32_t a_count,
                        sg_value b, const sg_lit *b_lits, uint32_t b_count)
{
	struct sg_atom_set set;

	if (a == b)
		return a;
	memset(&set, 0, sizeof(set));
	add_side(vs, &set, a, a_lits, a_count);
	add_side(vs, &set, b, b_lits, b_count);
	return sg_atom_set_value(vs, &set);
}

sg_value sg_value_assume(struct sg_values *vs, sg_value v, sg_lit lit)
{
	struct sg_value_info info = *sg_value_at(vs, v);
	struct sg_atom_set set;
	bool changed = false;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_atom *atom = &info.atoms[i];
		bool holds = true;

		for (uint8_t j = 0; j < atom->lit_count; j++)
			if (sg_lit_contradict(vs->domain, atom->lits[j], lit))
				holds = false;
		if (holds)
			sg_atom_set_add(vs, &set, atom);
		else
			changed = true;
	}
	return changed ? sg_atom_set_value(vs, &set) : v;
}

bool sg_atom_const(const struct sg_values *vs, const struct sg_atom *atom, int64_t *value)
{
	const struct sg_expr_info *x;

	if (atom->kind != SG_ATOM_SCALAR)
		return false;
	x = sg_expr_at(vs->domain, atom->what);
	if (x->kind != SG_EXPR_CONST)
		return false;
	*value = x->value;
	return true;
}

bool sg_atom_is_null(const struct sg_values *vs, const struct sg_atom *atom)
{
	int64_t value;

	/* error pointers are the last page; small numbers fault as NULL does */
	return sg_atom_const(vs, atom, &value) && value >= -4095 && value < 4096;
}
