/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Memory as cells.  A cell nothing was stored to holds a symbolic initial
 * value that depends on the cell alone, so that two reads of one field agree.
 */
#include <string.h>

#include "core/engine.h"

/* A field that the rules call a source names tagged memory from the start. */
static void describe_source_field(struct sg_frame *f, struct sg_region_info *r)
{
	const struct sg_path_info *step = sg_path_get(&f->e->domain, r->a);
	const struct sg_field_fact *fact;

	if (r->a == 0 || step->kind != SG_STEP_FIELD)
		return;
	fact = sg_program_field_fact(f->e, step->a, step->b);
	if (!fact || fact->role != SG_FIELD_SOURCE)
		return;
	r->has_tag = true;
	r->tag = (uint8_t)fact->tag;
	r->strength = (uint8_t)fact->strength;
	r->carrier = fact->carrier;
}

static void describe_region(struct sg_frame *f, sg_region region)
{
	struct sg_domain *d = &f->e->domain;
	struct sg_region_info *r = sg_region_at(d, region);

	switch (r->kind) {
	case SG_REGION_LOCAL:
	case SG_REGION_GLOBAL:
	case SG_REGION_FUNCTION:
	case SG_REGION_STRING:
	case SG_REGION_RESULT:
		r->has_tag = true;
		r->tag = SG_TAG_RAM;
		r->strength = SG_MUST;
		break;
	case SG_REGION_PARAM:
	case SG_REGION_CALL:
	case SG_REGION_DECLARED:
	case SG_REGION_ASSERTED:
	case SG_REGION_DEREF:
		if (r->kind == SG_REGION_DEREF)
			describe_source_field(f, r);
		if (!r->is_declared)
			break;
		r->has_tag = true;
		r->tag = SG_TAG_IO;
		r->strength = SG_MUST;
		break;
	default:
		break;
	}
	if (r->parent != 0 && r->kind != SG_REGION_INSTANCE)
		r->depth = (uint8_t)(sg_region_at(d, r->parent)->depth + 1);
}

sg_region sg_frame_region(struct sg_frame *f, enum sg_region_kind kind, sg_region parent,
                          uint32_t a, uint32_t b, uint32_t c, bool is_declared)
{
	bool is_new;
	sg_region region =
		sg_region_get(&f->e->domain, kind, parent, a, b, c, is_declared, &is_new);

	if (is_new) {
		struct sg_region_info *r = sg_region_at(&f->e->domain, region);

		r->unit = f->unit;
		r->loc = kind == SG_REGION_PARAM ? f->ir->locals.items[b].loc
		                                 : f->ir->insts.items[f->inst].loc;
		describe_region(f, region);
	}
	return region;
}

bool sg_mem_is_opaque(const struct sg_engine *e, sg_region region)
{
	const struct sg_region_info *r = &e->domain.regions.items[region];

	return r->has_tag && r->tag != SG_TAG_RAM;
}

sg_region sg_mem_bare(const struct sg_engine *e, sg_region region)
{
	const struct sg_region_info *r = &e->domain.regions.items[region];

	return r->kind == SG_REGION_ASSERTED ? r->parent : region;
}

sg_expr sg_mem_pointer(struct sg_engine *e, const struct sg_atom *atom)
{
	return sg_expr_leaf(&e->domain, SG_EXPR_POINTER, sg_mem_bare(e, atom->what), atom->path, 0);
}

bool sg_mem_is_object(const struct sg_engine *e, sg_region region)
{
	uint8_t kind = e->domain.regions.items[region].kind;

	return kind == SG_REGION_LOCAL || kind == SG_REGION_GLOBAL || kind == SG_REGION_FUNCTION ||
	       kind == SG_REGION_STRING;
}

bool sg_mem_is_ram(const struct sg_engine *e, sg_region region)
{
	const struct sg_region_info *r = &e->domain.regions.items[region];

	return r->has_tag && r->tag == SG_TAG_RAM;
}

sg_region sg_mem_deref_region(struct sg_frame *f, sg_region region, sg_path path)
{
	struct sg_domain *d = &f->e->domain;

	if (sg_region_at(d, region)->depth >= SG_MAX_DEREFS) {
		d->path_cuts++;
		return 0;
	}
	return sg_frame_region(f, SG_REGION_DEREF, region, path, 0, 0, false);
}

static bool has_any_step(const struct sg_domain *d, sg_path path)
{
	for (; path != 0; path = sg_path_get(d, path)->parent)
		if (sg_path_get(d, path)->kind == SG_STEP_ANY)
			return true;
	return false;
}

static sg_value initial_payload(struct sg_frame *f, sg_region region, sg_path path)
{
	struct sg_domain *d = &f->e->domain;
	const struct sg_region_info *r = sg_region_at(d, region);
	/* one list is of one kind, until somebody puts it together from several */
	sg_path owner = sg_path_strip_index(d, sg_path_get(d, path)->parent);
	sg_region memory;

	if (r->kind == SG_REGION_LOCAL || r->kind == SG_REGION_FRESH)
		return 0;
	if (r->depth >= SG_MAX_DEREFS) {
		d->path_cuts++;
		return sg_value_unknown(&f->e->values);
	}
	memory = sg_frame_region(f, SG_REGION_PAYLOAD, region, owner, 0, 0, false);
	/* whoever filled the descriptor says how it names the memory */
	sg_region_at(d, memory)->view = SG_VIEW_KEEP;
	return sg_value_memory(&f->e->values, memory, 0, SG_VIEW_KEEP, 0);
}

void sg_mem_set_view(struct sg_frame *f, sg_region region, sg_shape shape)
{
	struct sg_region_info *r = sg_region_at(&f->e->domain, region);

	r->view = (uint8_t)(shape >> SG_SHAPE_VIEW_SHIFT);
	if (r->is_declared && r->view == SG_VIEW_LINEAR)
		r->view = SG_VIEW_TOKEN;
}

/* Allocated here or by a callee: what nobody stored there is not there. */
static bool is_new_object(const struct sg_engine *e, sg_region region)
{
	const struct sg_region_info *r = sg_region_at(&e->domain, region);

	return (r->kind == SG_REGION_FRESH || r->kind == SG_REGION_INSTANCE) && r->effect &&
	       r->tag == SG_TAG_RAM;
}

sg_value sg_mem_initial(struct sg_frame *f, sg_cell cell, sg_shape shape)
{
	struct sg_domain *d = &f->e->domain;
	sg_region region = sg_cell_region(cell);
	sg_path path = sg_cell_path(cell);
	sg_region target;

	if (sg_path_get(d, path)->kind == SG_STEP_PAYLOAD)
		return initial_payload(f, region, path);
	if (sg_region_is_local(f->e, region) || is_new_object(f->e, region))
		return 0;
	if (sg_mem_is_opaque(f->e, region) && sg_path_get(d, path)->kind != SG_STEP_VIEW)
		return sg_value_unknown(&f->e->values);
	if ((shape & SG_SHAPE_POINTER)) {
		target = sg_mem_deref_region(f, region, path);
		if (target == 0)
			return sg_value_unknown(&f->e->values);
		sg_mem_set_view(f, target, shape);
		return sg_value_memory(&f->e->values, target, 0,
		                       (enum sg_view)sg_region_at(d, target)->view, 0);
	}
	return sg_value_scalar(&f->e->values, sg_expr_leaf(d, SG_EXPR_CELL, region, path, 0));
}

static void remember_shape(struct sg_frame *f, sg_cell cell, sg_shape shape)
{
	uint64_t known;

	if (!sg_map_get(&f->cell_shapes, cell, &known))
		sg_map_put(&f->cell_shapes, cell, shape);
}

sg_value sg_mem_initial_known(void *frame, sg_cell cell)
{
	struct sg_frame *f = frame;
	uint64_t shape = 0;

	if (!sg_map_get(&f->cell_shapes, cell, &shape) &&
	    sg_path_get(&f->e->domain, sg_cell_path(cell))->kind != SG_STEP_PAYLOAD)
		return sg_value_unknown(&f->e->values);
	return sg_mem_initial(f, cell, (sg_shape)shape);
}

/* What a constant object's initialiser put there; every element answers for some one. */
static bool load_constant(struct sg_frame *f, sg_cell cell, sg_value *v)
{
	struct sg_domain *d = &f->e->domain;
	sg_region region = sg_cell_region(cell);
	sg_path plain = sg_path_strip_index(d, sg_cell_path(cell));
	bool is_any = has_any_step(d, sg_cell_path(cell)), found = false;
	uint64_t value;

	if (!sg_region_at(d, region)->is_const)
		return false;
	if (!is_any && sg_map_get(&f->e->const_cells, cell, &value)) {
		*v = (sg_value)value;
		return true;
	}
	for (uint32_t i = 0; is_any && i < f->e->const_cells.count; i++) {
		sg_cell other = f->e->const_cells.entries[i].key;

		if (sg_cell_region(other) != region ||
		    sg_path_strip_index(d, sg_cell_path(other)) != plain)
			continue;
		*v = sg_value_join(&f->e->values, found ? *v : 0,
		                   (sg_value)f->e->const_cells.entries[i].value);
		found = true;
	}
	return found;
}

/*
 * Reads one cell.  Through an index that may be any element, all elements
 * stored so far answer; through a constant one, also what was stored through
 * an unknown index.
 */
static sg_value load_cell(struct sg_frame *f, sg_cell cell, sg_shape shape)
{
	struct sg_domain *d = &f->e->domain;
	sg_path path = sg_cell_path(cell), plain = path;
	sg_value v = 0;
	bool is_any = has_any_step(d, path), found = false;

	if (sg_state_get(f->state, cell, &v)) {
		if (!is_any)
			return v;
		found = true;
	}
	remember_shape(f, cell, shape);
	plain = sg_path_strip_index(d, path);
	for (uint32_t i = sg_state_lower_bound(f->state, sg_cell_make(sg_cell_region(cell), 0));
	     i < f->state->cells.count; i++) {
		const struct sg_state_cell *other = &f->state->cells.items[i];
		sg_path at = sg_cell_path(other->cell);

		if (sg_cell_region(other->cell) != sg_cell_region(cell))
			break;
		if (at == path || sg_path_strip_index(d, at) != plain)
			continue;
		if (!is_any && !has_any_step(d, at))
			continue;
		v = sg_value_join(&f->e->values, v, other->value);
		found = true;
	}
	if (found || load_constant(f, cell, &v))
		return v;
	return sg_mem_initial(f, cell, shape);
}

bool sg_mem_guard_is_known(const struct sg_engine *e, sg_region region, uint32_t tag, bool *truth)
{
	const struct sg_region_info *r = sg_region_at(&e->domain, region);

	if (!r->has_tag || r->strength != SG_MUST ||
	    (r->tag != SG_TAG_RAM && !sg_tag_is_kind_of(r->tag, (enum sg_tag)tag)))
		return false;
	*truth = r->tag != SG_TAG_RAM || tag == SG_TAG_RAM;
	return true;
}

/*
 * The test as a number: 1 or 0 where it is known, else a symbol.  Of several
 * alternatives each stays a symbol, so that the test's outcome tells which it is.
 */
static struct sg_atom guard_atom(struct sg_frame *f, const struct sg_atom *memory, enum sg_tag tag,
                                 bool polarity, bool is_only)
{
	struct sg_domain *d = &f->e->domain;
	struct sg_atom out;
	sg_expr guard;
	bool known;

	if (is_only && sg_mem_guard_is_known(f->e, memory->what, tag, &known))
		guard = sg_expr_const(d, known);
	else
		guard = sg_expr_leaf(d, SG_EXPR_GUARD, memory->what, tag, 0);
	if (!polarity)
		guard = sg_expr_unary(d, SG_UN_NOT, guard);
	out = sg_atom_scalar(guard);
	memcpy(out.lits, memory->lits, sizeof(out.lits));
	out.lit_count = memory->lit_count;
	return out;
}

void sg_mem_fails(struct sg_frame *f, sg_value memory, enum sg_tag tag)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, memory);

	for (uint32_t i = 0; i < info.count; i++)
		if (info.atoms[i].kind == SG_ATOM_MEMORY)
			sg_state_fails(f->state, f->scratch, info.atoms[i].what,
			               (uint8_t)(1u << tag));
}

sg_value sg_mem_guard(struct sg_frame *f, sg_value memory, enum sg_tag tag, bool polarity)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, memory);
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom out;

		memset(&out, 0, sizeof(out));
		if (info.atoms[i].kind == SG_ATOM_MEMORY)
			out = guard_atom(f, &info.atoms[i], tag, polarity, info.count == 1);
		else if (sg_atom_is_null(&f->e->values, &info.atoms[i]))
			continue;
		sg_atom_set_add(&f->e->values, &set, &out);
	}
	return set.count ? sg_atom_set_value(&f->e->values, &set) : sg_value_unknown(&f->e->values);
}

/* What a field with a role in the rules reads as; false for a plain one. */
static bool load_role(struct sg_frame *f, const struct sg_atom *atom, sg_value *v)
{
	struct sg_domain *d = &f->e->domain;
	const struct sg_path_info *step = sg_path_get(d, atom->path);
	const struct sg_field_fact *fact;
	sg_value owner, memory;

	if (atom->path == 0 || step->kind != SG_STEP_FIELD)
		return false;
	fact = sg_program_field_fact(f->e, step->a, step->b);
	if (!fact || fact->role == SG_FIELD_PLAIN || fact->role == SG_FIELD_SOURCE)
		return false;
	owner = sg_value_memory(&f->e->values, atom->what, step->parent, SG_VIEW_LINEAR, 0);
	if (fact->role == SG_FIELD_SAME) {
		*v = owner;
		return true;
	}
	if (fact->of) {
		bool cut = false;
		sg_path sibling = sg_path_step(d, step->parent, SG_STEP_FIELD, step->a,
		                               sg_intern(f->e->intern, fact->of), &cut);

		memory = load_cell(f, sg_cell_make(atom->what, sibling), 0);
	} else {
		memory = sg_mem_payload(f, owner);
	}
	if (fact->role == SG_FIELD_PAYLOAD) {
		if (fact->has_fails)
			sg_mem_fails(f, memory, fact->fails);
		*v = sg_mem_with_view(f, memory, fact->view, SG_HOP_LOAD, step->b);
		return true;
	}
	*v = sg_mem_guard(f, memory, fact->tag, fact->polarity);
	return true;
}

/* The author says this is I/O memory, and nothing here knows better. */
static struct sg_atom assert_io(struct sg_frame *f, struct sg_atom atom, sg_str declared)
{
	int64_t value;

	if (atom.kind == SG_ATOM_MEMORY) {
		if (!sg_region_at(&f->e->domain, atom.what)->has_tag) {
			atom.what = sg_frame_region(f, SG_REGION_ASSERTED, atom.what, declared, 0,
			                            0, true);
			sg_region_at(&f->e->domain, atom.what)->view = SG_VIEW_TOKEN;
			atom.view = SG_VIEW_TOKEN;
			atom.path = 0;
		}
		return atom;
	}
	if (sg_atom_is_null(&f->e->values, &atom) ||
	    (sg_atom_const(&f->e->values, &atom, &value) && value == 0))
		return atom;
	return sg_atom_memory(
		sg_frame_region(f, SG_REGION_DECLARED, 0, f->func->index, f->inst, declared, true),
		0, SG_VIEW_TOKEN, atom.hop);
}

sg_value sg_mem_assert_io(struct sg_frame *f, sg_value v, sg_str declared)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = assert_io(f, info.atoms[i], declared);

		sg_atom_set_add(&f->e->values, &set, &atom);
	}
	return sg_atom_set_value(&f->e->values, &set);
}

/* A symbolic number that is a pointer after all: what its cell names. */
static sg_value scalar_as_pointer(struct sg_frame *f, const struct sg_atom *atom, sg_shape shape)
{
	struct sg_domain *d = &f->e->domain;
	const struct sg_expr_info *x = sg_expr_at(d, atom->what);
	sg_region region = 0;

	if (x->kind == SG_EXPR_CELL)
		region = sg_mem_deref_region(f, x->a, x->b);
	else if (x->kind == SG_EXPR_PARAM && x->a == f->func->index)
		region = sg_frame_region(f, SG_REGION_PARAM, 0, x->a, x->b, 0, false);
	if (region == 0)
		return 0;
	sg_mem_set_view(f, region, shape);
	return sg_value_memory(&f->e->values, region, 0,
	                       (enum sg_view)sg_region_at(d, region)->view, atom->hop);
}

sg_value sg_mem_as_pointer(struct sg_frame *f, sg_value v, sg_shape shape)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	struct sg_atom_set set;
	bool changed = false;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		sg_value memory =
			atom.kind == SG_ATOM_SCALAR ? scalar_as_pointer(f, &atom, shape) : 0;

		if (memory != 0) {
			struct sg_atom named = sg_value_at(&f->e->values, memory)->atoms[0];

			memcpy(named.lits, atom.lits, sizeof(named.lits));
			named.lit_count = atom.lit_count;
			atom = named;
			changed = true;
		}
		sg_atom_set_add(&f->e->values, &set, &atom);
	}
	return changed ? sg_atom_set_value(&f->e->values, &set) : v;
}

/* The field or variable that is read; 0 when it has no name. */
static sg_str declared_name(struct sg_frame *f, sg_value address)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, address);
	const struct sg_path_info *field;
	const struct sg_region_info *r;

	if (info.count == 0 || info.atoms[0].kind != SG_ATOM_MEMORY)
		return 0;
	field = sg_path_last_field(&f->e->domain, info.atoms[0].path);
	if (field)
		return field->b;
	r = sg_region_at(&f->e->domain, info.atoms[0].what);
	if (r->kind == SG_REGION_GLOBAL)
		return r->a;
	if (r->kind != SG_REGION_LOCAL)
		return 0;
	return f->e->funcs.items[r->a].ir->locals.items[r->b].name;
}

sg_value sg_mem_load(struct sg_frame *f, sg_value address, sg_shape shape)
{
	struct sg_values *vs = &f->e->values;
	struct sg_value_info info = *sg_value_at(vs, address);
	sg_value result = 0;

	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		sg_path path = atom.path;
		sg_value v;

		if (atom.kind != SG_ATOM_MEMORY) {
			v = sg_atom_is_null(vs, &atom) ? 0 : sg_value_unknown(vs);
		} else {
			bool cut = false;

			if (atom.view != SG_VIEW_LINEAR && !sg_mem_is_opaque(f->e, atom.what) &&
			    atom.view != SG_VIEW_TOKEN)
				path = sg_path_step(&f->e->domain, atom.path, SG_STEP_VIEW,
				                    atom.view, 0, &cut);
			if (sg_mem_is_opaque(f->e, atom.what) || cut)
				v = sg_value_unknown(vs);
			else if (path != atom.path || !load_role(f, &atom, &v))
				v = load_cell(f, sg_cell_make(atom.what, path), shape);
		}
		for (uint8_t j = 0; j < atom.lit_count; j++)
			v = sg_value_merge(vs, v, &atom.lits[j], 1, 0, NULL, 0);
		result = sg_value_join(vs, result, v);
	}
	if (info.count == 0)
		result = sg_value_unknown(vs);
	if ((shape & SG_SHAPE_POINTER))
		result = sg_mem_as_pointer(f, result, shape);
	if ((shape & SG_SHAPE_IOMEM) != 0)
		result = sg_mem_assert_io(f, result, declared_name(f, address));
	return result;
}

/* A store to a field with a role; false for a plain one. */
static bool store_role(struct sg_frame *f, const struct sg_atom *atom, sg_value value)
{
	const struct sg_path_info *step = sg_path_get(&f->e->domain, atom->path);
	const struct sg_field_fact *fact;
	sg_value owner;

	if (atom->path == 0 || step->kind != SG_STEP_FIELD)
		return false;
	fact = sg_program_field_fact(f->e, step->a, step->b);
	if (!fact || (fact->role != SG_FIELD_PAYLOAD && fact->role != SG_FIELD_SAME))
		return false;
	owner = sg_value_memory(&f->e->values, atom->what, step->parent, SG_VIEW_LINEAR, 0);
	if (fact->role == SG_FIELD_SAME)
		value = sg_mem_payload(f, value);
	sg_mem_set_payload(f, owner, value, false);
	return true;
}

void sg_mem_store_cell(struct sg_frame *f, sg_cell cell, sg_value value, sg_shape shape,
                       bool is_weak)
{
	struct sg_domain *d = &f->e->domain;

	remember_shape(f, cell, shape);
	if (f->is_report && !sg_region_is_local(f->e, sg_cell_region(cell))) {
		sg_cells_store(f, cell, value);
		sg_leads_store(f, cell, value);
	}
	if (is_weak || has_any_step(d, sg_cell_path(cell)))
		value = sg_value_join(&f->e->values, load_cell(f, cell, shape), value);
	sg_state_set(f->state, f->scratch, cell, value);
}

/* As a store, of a cell that stands for all elements and gets one value for all. */
static void set_cell(struct sg_frame *f, sg_cell cell, sg_value value)
{
	if (f->is_report && !sg_region_is_local(f->e, sg_cell_region(cell))) {
		sg_cells_store(f, cell, value);
		sg_leads_store(f, cell, value);
	}
	sg_state_set(f->state, f->scratch, cell, value);
}

void sg_mem_store(struct sg_frame *f, sg_value address, sg_value value, sg_shape shape)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, address);
	bool is_weak = info.count > 1;

	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		sg_path path = atom.path;
		bool cut = false;

		if (atom.kind != SG_ATOM_MEMORY || sg_mem_is_opaque(f->e, atom.what))
			continue;
		if (atom.view != SG_VIEW_LINEAR && atom.view != SG_VIEW_TOKEN)
			path = sg_path_step(&f->e->domain, path, SG_STEP_VIEW, atom.view, 0, &cut);
		else if (store_role(f, &atom, value))
			continue;
		if (!cut)
			sg_mem_store_cell(f, sg_cell_make(atom.what, path), value, shape, is_weak);
	}
}

sg_value sg_mem_payload(struct sg_frame *f, sg_value descriptor)
{
	struct sg_values *vs = &f->e->values;
	struct sg_value_info info = *sg_value_at(vs, descriptor);
	sg_value result = 0;

	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		bool cut = false;
		sg_path path;
		sg_value v;

		if (atom.kind != SG_ATOM_MEMORY) {
			v = sg_atom_is_null(vs, &atom) ? 0 : sg_value_unknown(vs);
		} else {
			path = sg_path_step(&f->e->domain, atom.path, SG_STEP_PAYLOAD, 0, 0, &cut);
			v = cut ? sg_value_unknown(vs)
			        : load_cell(f, sg_cell_make(atom.what, path), 0);
		}
		for (uint8_t j = 0; j < atom.lit_count; j++)
			v = sg_value_merge(vs, v, &atom.lits[j], 1, 0, NULL, 0);
		result = sg_value_join(vs, result, v);
	}
	return result;
}

void sg_mem_set_payload(struct sg_frame *f, sg_value descriptor, sg_value payload, bool mix)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, descriptor);

	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		bool cut = false;
		sg_path path;

		if (atom.kind != SG_ATOM_MEMORY)
			continue;
		path = sg_path_step(&f->e->domain, atom.path, SG_STEP_PAYLOAD, 0, 0, &cut);
		if (!cut)
			sg_mem_store_cell(f, sg_cell_make(atom.what, path), payload, 0,
			                  mix || info.count > 1);
	}
}

/* The payload cells of all elements of the array that 'atom' is in. */
static void remove_payloads(struct sg_frame *f, const struct sg_atom *atom)
{
	struct sg_domain *d = &f->e->domain;
	bool cut = false;
	sg_path plain =
		sg_path_strip_index(d, sg_path_step(d, atom->path, SG_STEP_PAYLOAD, 0, 0, &cut));
	uint32_t i = sg_state_lower_bound(f->state, sg_cell_make(atom->what, 0));

	while (i < f->state->cells.count &&
	       sg_cell_region(f->state->cells.items[i].cell) == atom->what) {
		sg_cell cell = f->state->cells.items[i].cell;

		if (sg_path_strip_index(d, sg_cell_path(cell)) == plain)
			sg_state_remove(f->state, cell);
		else
			i++;
	}
}

void sg_mem_set_all_payloads(struct sg_frame *f, sg_value array, sg_value payload, bool mix)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, array);
	sg_value any = sg_mem_index(f, array, sg_value_unknown(&f->e->values));
	struct sg_value_info elements;

	if (mix || info.count != 1 || info.atoms[0].kind != SG_ATOM_MEMORY) {
		sg_mem_set_payload(f, any, payload, true);
		return;
	}
	remove_payloads(f, &info.atoms[0]);
	elements = *sg_value_at(&f->e->values, any);
	if (elements.count == 1 && elements.atoms[0].kind == SG_ATOM_MEMORY) {
		bool cut = false;
		sg_path path = sg_path_step(&f->e->domain, elements.atoms[0].path, SG_STEP_PAYLOAD,
		                            0, 0, &cut);

		if (!cut)
			set_cell(f, sg_cell_make(elements.atoms[0].what, path), payload);
	}
}

sg_value sg_mem_field(struct sg_frame *f, sg_value base, sg_str owner, sg_str name)
{
	struct sg_values *vs = &f->e->values;
	struct sg_value_info info = *sg_value_at(vs, base);
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		bool cut = false;

		if (atom.kind == SG_ATOM_MEMORY && !sg_mem_is_opaque(f->e, atom.what)) {
			atom.path = sg_path_step(&f->e->domain, atom.path, SG_STEP_FIELD, owner,
			                         name, &cut);
			if (cut)
				memset(&atom, 0, sizeof(atom));
		} else if (atom.kind == SG_ATOM_SCALAR && !sg_atom_is_null(vs, &atom)) {
			memset(&atom, 0, sizeof(atom));
		}
		sg_atom_set_add(vs, &set, &atom);
	}
	return sg_atom_set_value(vs, &set);
}

/* One element on from 'path': constant while both are, else any. */
static sg_path step_index(struct sg_domain *d, sg_path path, bool is_const, int64_t by, bool *cut)
{
	const struct sg_path_info *last = sg_path_get(d, path);
	sg_path base = path;

	if (path != 0 && last->kind == SG_STEP_ANY)
		return path;
	if (path != 0 && last->kind == SG_STEP_INDEX) {
		base = last->parent;
		by += last->a;
	}
	if (is_const && by == 0)
		return base;
	if (is_const && by > 0 && by < SG_MAX_INDEX)
		return sg_path_step(d, base, SG_STEP_INDEX, (sg_str)by, 0, cut);
	return sg_path_step(d, base, SG_STEP_ANY, 0, 0, cut);
}

sg_value sg_mem_index(struct sg_frame *f, sg_value base, sg_value index)
{
	struct sg_values *vs = &f->e->values;
	struct sg_value_info info = *sg_value_at(vs, base), by = *sg_value_at(vs, index);
	struct sg_atom_set set;
	int64_t value = 0;
	bool is_const = by.count == 1 && sg_atom_const(vs, &by.atoms[0], &value);

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		bool cut = false;

		if (atom.kind == SG_ATOM_MEMORY && !sg_mem_is_opaque(f->e, atom.what) &&
		    atom.view == SG_VIEW_LINEAR) {
			atom.path = step_index(&f->e->domain, atom.path, is_const, value, &cut);
			if (cut)
				memset(&atom, 0, sizeof(atom));
		} else if (atom.kind == SG_ATOM_SCALAR && !sg_atom_is_null(vs, &atom)) {
			memset(&atom, 0, sizeof(atom));
		}
		sg_atom_set_add(vs, &set, &atom);
	}
	return sg_atom_set_value(vs, &set);
}

sg_value sg_mem_with_view(struct sg_frame *f, sg_value v, enum sg_view view, enum sg_hop_kind hop,
                          sg_str name)
{
	struct sg_values *vs = &f->e->values;
	struct sg_value_info info = *sg_value_at(vs, v);
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];

		if (atom.kind == SG_ATOM_MEMORY) {
			if (view != SG_VIEW_KEEP)
				atom.view = (uint8_t)view;
			if (!sg_mem_is_ram(f->e, atom.what))
				atom.hop = sg_hop_add(&f->e->domain, atom.hop, hop, f->func->index,
				                      f->inst, name);
		}
		sg_atom_set_add(vs, &set, &atom);
	}
	return sg_atom_set_value(vs, &set);
}
