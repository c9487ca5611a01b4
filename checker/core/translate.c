/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "core/translate.h"

#include <string.h>

void sg_translation_init(struct sg_translation *t, struct sg_frame *f, const struct sg_func *callee,
                         const sg_value *args, uint32_t arg_count)
{
	memset(t, 0, sizeof(*t));
	t->f = f;
	t->callee = callee;
	t->args = args;
	t->arg_count = arg_count;
	sg_map_init(&t->regions, f->scratch);
	sg_map_init(&t->exprs, f->scratch);
}

/* ------------------------------------------------------------------------
 * Regions
 */
static sg_shape region_shape(const struct sg_region_info *r)
{
	return SG_SHAPE_POINTER | (r->is_declared ? SG_SHAPE_IOMEM : 0) |
	       ((uint32_t)r->view << SG_SHAPE_VIEW_SHIFT);
}

/* Every address of 'base', stepped along 'tail'. */
static sg_value step_along(struct sg_translation *t, sg_value base, sg_path tail)
{
	struct sg_values *vs = &t->f->e->values;
	struct sg_value_info info = *sg_value_at(vs, base);
	struct sg_atom_set set;

	if (tail == 0)
		return base;
	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		bool cut = false;

		if (sg_atom_is_null(vs, &atom))
			continue;
		if (atom.kind == SG_ATOM_MEMORY && !sg_mem_is_opaque(t->f->e, atom.what))
			atom.path = sg_path_concat(&t->f->e->domain, atom.path, tail, &cut);
		else if (atom.kind != SG_ATOM_MEMORY)
			cut = true;
		if (cut)
			memset(&atom, 0, sizeof(atom));
		sg_atom_set_add(vs, &set, &atom);
	}
	return sg_atom_set_value(vs, &set);
}

/* container_of() of something whose field is known here: the record itself. */
static bool step_back(struct sg_translation *t, sg_value base, sg_path path, sg_value *out)
{
	struct sg_domain *d = &t->f->e->domain;
	const struct sg_path_info *step = sg_path_get(d, path);
	struct sg_value_info info = *sg_value_at(&t->f->e->values, base);
	const struct sg_path_info *last;
	struct sg_atom atom;

	if (path == 0 || step->kind != SG_STEP_VIEW || !(step->a & SG_STEP_CONTAINER) ||
	    info.count != 1 || info.atoms[0].kind != SG_ATOM_MEMORY)
		return false;
	atom = info.atoms[0];
	last = sg_path_get(d, atom.path);
	if (atom.path == 0 || last->kind != SG_STEP_FIELD ||
	    last->b != (step->a & ~SG_STEP_CONTAINER))
		return false;
	*out = sg_value_memory(&t->f->e->values, atom.what, last->parent, (enum sg_view)atom.view,
	                       atom.hop);
	return true;
}

static sg_value translate_deref(struct sg_translation *t, const struct sg_region_info *r)
{
	sg_value base = sg_translate_region(t, r->parent), out;

	if (step_back(t, base, r->a, &out))
		return out;
	return sg_mem_load(t->f, step_along(t, base, r->a), region_shape(r));
}

/* The callee's own objects are new ones at every call, up to a depth. */
static sg_value translate_object(struct sg_translation *t, sg_region region)
{
	struct sg_frame *f = t->f;
	struct sg_region_info of = *sg_region_at(&f->e->domain, region), *r;
	sg_region instance;

	if (of.kind == SG_REGION_INSTANCE && of.depth >= SG_MAX_REGION_CALLS)
		return sg_value_memory(&f->e->values, region, 0, (enum sg_view)of.view, 0);
	instance = sg_frame_region(f, SG_REGION_INSTANCE, region, f->func->index, f->inst, 0,
	                           of.is_declared);
	r = sg_region_at(&f->e->domain, instance);
	r->has_tag = of.has_tag;
	r->tag = of.tag;
	r->strength = of.strength;
	r->view = of.view;
	r->effect = of.effect;
	r->producer = of.producer;
	r->carrier = of.carrier;
	r->depth = (uint8_t)(of.kind == SG_REGION_INSTANCE ? of.depth + 1 : 1);
	return sg_value_memory(&f->e->values, instance, 0, (enum sg_view)of.view, 0);
}

static sg_value region_value(struct sg_translation *t, sg_region region)
{
	struct sg_values *vs = &t->f->e->values;
	struct sg_region_info r = *sg_region_at(&t->f->e->domain, region);

	switch ((enum sg_region_kind)r.kind) {
	case SG_REGION_GLOBAL:
	case SG_REGION_FUNCTION:
	case SG_REGION_STRING:
	case SG_REGION_DECLARED:
		return sg_value_memory(vs, region, 0, (enum sg_view)r.view, 0);
	case SG_REGION_PARAM:
		if (r.a != t->callee->index || r.b >= t->arg_count)
			return sg_value_unknown(vs);
		return sg_mem_as_pointer(t->f, t->args[r.b], region_shape(&r));
	case SG_REGION_DEREF:
		return translate_deref(t, &r);
	case SG_REGION_PAYLOAD:
		return sg_mem_payload(t->f, step_along(t, sg_translate_region(t, r.parent), r.a));
	case SG_REGION_PROVED:
		return sg_translate_region(t, r.parent);
	case SG_REGION_ASSERTED:
		return sg_mem_assert_io(t->f, sg_translate_region(t, r.parent), r.a);
	case SG_REGION_RESULT:
	case SG_REGION_CALL:
	case SG_REGION_FRESH:
	case SG_REGION_INSTANCE:
		return translate_object(t, region);
	default:
		return sg_value_unknown(vs);
	}
}

sg_value sg_translate_region(struct sg_translation *t, sg_region region)
{
	uint64_t known;
	sg_value v;

	if (sg_map_get(&t->regions, region, &known))
		return (sg_value)known;
	v = region_value(t, region);
	sg_map_put(&t->regions, region, v);
	return v;
}

/* ------------------------------------------------------------------------
 * Scalars
 */
static sg_value guard_value(struct sg_translation *t, const struct sg_expr_info *x)
{
	return sg_mem_guard(t->f, sg_translate_region(t, x->a), (enum sg_tag)x->b, true);
}

static sg_value cell_value(struct sg_translation *t, const struct sg_expr_info *x)
{
	return sg_mem_load(t->f, step_along(t, sg_translate_region(t, x->a), x->b), 0);
}

static sg_value translate_expr(struct sg_translation *t, sg_expr expr);

static sg_value expr_value(struct sg_translation *t, sg_expr expr)
{
	struct sg_values *vs = &t->f->e->values;
	struct sg_domain *d = &t->f->e->domain;
	struct sg_expr_info x = *sg_expr_at(d, expr);

	switch ((enum sg_expr_kind)x.kind) {
	case SG_EXPR_CONST:
		return sg_value_scalar(vs, expr);
	case SG_EXPR_PARAM:
		if (x.a != t->callee->index || x.b >= t->arg_count)
			return sg_value_unknown(vs);
		return t->args[x.b];
	case SG_EXPR_CELL:
		return cell_value(t, &x);
	case SG_EXPR_POINTER:
		return step_along(t, sg_translate_region(t, x.a), x.b);
	case SG_EXPR_GUARD:
		return guard_value(t, &x);
	case SG_EXPR_RESULT:
		return sg_value_scalar(
			vs, sg_expr_leaf(d, SG_EXPR_INSTANCE, t->f->func->index, t->f->inst, expr));
	case SG_EXPR_INSTANCE:
		return sg_value_scalar(vs, expr);
	case SG_EXPR_BINARY:
		return sg_eval_binary(t->f, (enum sg_binop)x.op, translate_expr(t, x.a),
		                      translate_expr(t, x.b));
	case SG_EXPR_UNARY:
		if (x.op == SG_UN_NOT)
			return sg_eval_not(t->f, translate_expr(t, x.a));
		return sg_value_unknown(vs);
	}
	return sg_value_unknown(vs);
}

static sg_value translate_expr(struct sg_translation *t, sg_expr expr)
{
	uint64_t known;
	sg_value v;

	if (sg_map_get(&t->exprs, expr, &known))
		return (sg_value)known;
	v = expr_value(t, expr);
	sg_map_put(&t->exprs, expr, v);
	return v;
}

/* ------------------------------------------------------------------------
 * Literals
 */
static enum sg_lit_truth decide(bool holds)
{
	return holds ? SG_LIT_HOLDS : SG_LIT_FAILS;
}

static void list_lit(struct sg_lit_list *list, sg_lit lit)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i] == lit)
			return;
	if (list->count < SG_MAX_REQUIREMENT_LITERALS)
		list->items[list->count++] = lit;
}

static sg_lit lit_of_atom(struct sg_translation *t, const struct sg_atom *atom,
                          const struct sg_lit_info *lit)
{
	sg_expr expr = atom->kind == SG_ATOM_MEMORY ? sg_mem_pointer(t->f->e, atom) : atom->what;

	return sg_lit_get(&t->f->e->domain, expr, lit->is_equal, lit->value);
}

/* The literal for one alternative of its expression's value. */
static enum sg_lit_truth truth_for(struct sg_translation *t, const struct sg_atom *atom,
                                   const struct sg_lit_info *lit)
{
	struct sg_domain *d = &t->f->e->domain;
	const struct sg_expr_info *x = sg_expr_at(d, atom->what);
	int64_t value;
	bool known;
	sg_lit out;

	if (atom->kind == SG_ATOM_UNKNOWN)
		return SG_LIT_UNKNOWN;
	if (sg_atom_const(&t->f->e->values, atom, &value))
		return decide((value == lit->value) == lit->is_equal);
	if (atom->kind == SG_ATOM_MEMORY && lit->value == 0 &&
	    sg_mem_is_object(t->f->e, atom->what))
		return decide(!lit->is_equal);
	if (atom->kind == SG_ATOM_SCALAR && x->kind == SG_EXPR_GUARD && lit->is_equal &&
	    sg_mem_guard_is_known(t->f->e, x->a, x->b, &known))
		return decide(known == (lit->value != 0));
	out = lit_of_atom(t, atom, lit);
	if (sg_state_contradicts(t->f->state, d, out))
		return SG_LIT_FAILS;
	for (uint32_t i = 0; i < t->f->state->lit_count; i++)
		if (sg_lit_implies(d, t->f->state->lits[i], out))
			return SG_LIT_HOLDS;
	return SG_LIT_OPEN;
}

/* The literals that all of the alternatives that are left arose under. */
static void list_common(const struct sg_atom *const *left, uint32_t count, struct sg_lit_list *out)
{
	for (uint8_t i = 0; i < left[0]->lit_count; i++) {
		uint32_t having = 1;

		for (uint32_t j = 1; j < count; j++)
			for (uint8_t k = 0; k < left[j]->lit_count; k++)
				having += left[j]->lits[k] == left[0]->lits[i];
		if (having == count)
			list_lit(out, left[0]->lits[i]);
	}
}

enum sg_lit_truth sg_translate_lit(struct sg_translation *t, sg_lit lit, struct sg_lit_list *out)
{
	struct sg_domain *d = &t->f->e->domain;
	struct sg_lit_info info = *sg_lit_at(d, lit);
	struct sg_value_info v = *sg_value_at(&t->f->e->values, translate_expr(t, info.expr));
	const struct sg_atom *left[SG_MAX_ATOMS];
	enum sg_lit_truth truth = SG_LIT_UNKNOWN;
	uint32_t count = 0;

	out->count = 0;
	for (uint32_t i = 0; i < v.count; i++) {
		const struct sg_atom *atom = &v.atoms[i];
		enum sg_lit_truth one = truth_for(t, atom, &info);

		if (one != SG_LIT_FAILS) {
			left[count++] = atom;
			truth = one;
		} else if (atom->kind == SG_ATOM_SCALAR &&
		           sg_expr_at(d, atom->what)->kind == SG_EXPR_GUARD) {
			/* its memory is not the one that is there */
			list_lit(out, lit_of_atom(t, atom, &info));
		}
	}
	if (v.count > 0 && count == 0)
		return SG_LIT_FAILS;
	if (count == 1 && truth == SG_LIT_OPEN)
		list_lit(out, lit_of_atom(t, left[0], &info));
	if (count == 1 && v.count == 1)
		return truth;
	if (count < v.count)
		list_common(left, count, out);
	return out->count ? SG_LIT_OPEN : SG_LIT_UNKNOWN;
}

/* Takes the literals of 'from' over to 'to'; false when one cannot hold here. */
static bool translate_lits(struct sg_translation *t, const struct sg_atom *from, struct sg_atom *to)
{
	for (uint8_t i = 0; i < from->lit_count; i++) {
		struct sg_lit_list list;

		switch (sg_translate_lit(t, from->lits[i], &list)) {
		case SG_LIT_FAILS:
			return false;
		case SG_LIT_OPEN:
			for (uint32_t j = 0; j < list.count; j++)
				sg_atom_add_lit(&t->f->e->values, to, list.items[j]);
			break;
		default:
			break;
		}
	}
	return true;
}

/* ------------------------------------------------------------------------
 * Values
 */

/* The callee's hops on top of the caller's, oldest first. */
static sg_hop replay_hops(struct sg_domain *d, sg_hop base, sg_hop hops)
{
	struct sg_hop_info info;

	if (hops == 0)
		return base;
	info = *sg_hop_at(d, hops);
	base = replay_hops(d, base, info.previous);
	return sg_hop_add(d, base, (enum sg_hop_kind)info.kind, info.function, info.inst,
	                  info.name);
}

/*
 * One alternative of 'base' (the translation of 'atom's region) stepped to
 * where 'atom' points, seen as 'atom' saw it.  False when the path grew too long.
 */
static bool translate_atom(struct sg_translation *t, const struct sg_atom *atom,
                           struct sg_atom *base)
{
	struct sg_domain *d = &t->f->e->domain;
	bool cut = false;

	if (!sg_mem_is_opaque(t->f->e, base->what))
		base->path = sg_path_concat(d, base->path, atom->path, &cut);
	if (atom->view != sg_region_at(d, atom->what)->view)
		base->view = atom->view;
	base->hop = replay_hops(d, base->hop, atom->hop);
	return !cut;
}

static void add_memory(struct sg_translation *t, struct sg_atom_set *set,
                       const struct sg_atom *atom)
{
	struct sg_values *vs = &t->f->e->values;
	struct sg_value_info info = *sg_value_at(vs, sg_translate_region(t, atom->what));

	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom out = info.atoms[i];

		if (out.kind == SG_ATOM_MEMORY && !translate_atom(t, atom, &out))
			memset(&out, 0, sizeof(out));
		if (translate_lits(t, atom, &out))
			sg_atom_set_add(vs, set, &out);
	}
}

sg_value sg_translate_value(struct sg_translation *t, sg_value v)
{
	struct sg_values *vs = &t->f->e->values;
	struct sg_value_info info = *sg_value_at(vs, v);
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_atom *atom = &info.atoms[i];
		struct sg_value_info scalars;

		if (atom->kind == SG_ATOM_MEMORY) {
			add_memory(t, &set, atom);
			continue;
		}
		if (atom->kind == SG_ATOM_UNKNOWN) {
			struct sg_atom out = *atom;

			out.lit_count = 0;
			memset(out.lits, 0, sizeof(out.lits));
			if (translate_lits(t, atom, &out))
				sg_atom_set_add(vs, &set, &out);
			continue;
		}
		scalars = *sg_value_at(vs, translate_expr(t, atom->what));
		for (uint32_t j = 0; j < scalars.count; j++) {
			struct sg_atom out = scalars.atoms[j];

			if (translate_lits(t, atom, &out))
				sg_atom_set_add(vs, &set, &out);
		}
	}
	return sg_atom_set_value(vs, &set);
}
