/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whole objects: what is known below an address is copied, cleared or forgotten. */
#include <string.h>

#include "core/engine.h"

void sg_mem_forget_below(struct sg_frame *f, const struct sg_atom *atom)
{
	struct sg_domain *d = &f->e->domain;

	for (uint32_t i = sg_state_lower_bound(f->state, sg_cell_make(atom->what, 0));
	     i < f->state->cells.count &&
	     sg_cell_region(f->state->cells.items[i].cell) == atom->what;
	     i++) {
		sg_path at = sg_cell_path(f->state->cells.items[i].cell);

		while (at != atom->path && at != 0)
			at = sg_path_get(d, at)->parent;
		if (at == atom->path)
			f->state->cells.items[i].value = sg_value_unknown(&f->e->values);
	}
}

void sg_mem_forget(struct sg_frame *f, sg_value address)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, address);

	for (uint32_t i = 0; i < info.count; i++)
		if (info.atoms[i].kind == SG_ATOM_MEMORY)
			sg_mem_forget_below(f, &info.atoms[i]);
}

static void copy_object(struct sg_frame *f, sg_value to, sg_value from, sg_type type,
                        uint32_t *left);

/* The field is a word for the descriptor's payload, which is copied as such. */
static bool has_role(const struct sg_frame *f, sg_str owner, sg_str name)
{
	const struct sg_field_fact *fact = sg_program_field_fact(f->e, owner, name);

	return fact && fact->role != SG_FIELD_PLAIN && fact->role != SG_FIELD_SOURCE;
}

/* What some element holds, of an array of what can carry provenance. */
static void copy_elements(struct sg_frame *f, sg_value to, sg_value from, sg_type element,
                          uint32_t *left)
{
	sg_value any = sg_value_unknown(&f->e->values);

	if (sg_type_get(f->unit, element)->kind != SG_TYPE_INT)
		copy_object(f, sg_mem_index(f, to, any), sg_mem_index(f, from, any), element, left);
}

static void copy_fields(struct sg_frame *f, sg_value to, sg_value from, uint32_t index,
                        uint32_t *left)
{
	const struct sg_record *record = &f->unit->records.items[index];

	for (uint32_t i = 0; i < record->fields.count; i++) {
		sg_str owner, name;

		if (*left == 0) {
			f->e->stats->value_cuts++;
			return;
		}
		(*left)--;
		if (!sg_program_member(f->e, f->info, index, i, &owner, &name))
			copy_object(f, to, from, record->fields.items[i].type, left);
		else if (!has_role(f, owner, name))
			copy_object(f, sg_mem_field(f, to, owner, name),
			            sg_mem_field(f, from, owner, name),
			            record->fields.items[i].type, left);
	}
}

/*
 * Copies what an object of this type holds, known or not: what is not known is the
 * same in both afterwards.  '*left' fields more at most.
 */
static void copy_object(struct sg_frame *f, sg_value to, sg_value from, sg_type type,
                        uint32_t *left)
{
	const struct sg_type_info *info = sg_type_get(f->unit, type);
	const struct sg_record_fact *fact;
	sg_shape shape;

	switch (info->kind) {
	case SG_TYPE_RECORD:
		fact = f->info->records[info->record];
		if (fact && fact->is_descriptor)
			sg_mem_set_payload(f, to, sg_mem_payload(f, from), false);
		copy_fields(f, to, from, info->record, left);
		break;
	case SG_TYPE_ARRAY:
		copy_elements(f, to, from, info->inner, left);
		break;
	case SG_TYPE_INT:
	case SG_TYPE_POINTER:
		shape = sg_program_shape(f->e, f->unit, type);
		sg_mem_store(f, to, sg_mem_load(f, from, shape), shape);
		break;
	default:
		break;
	}
}

/* Copies every cell known below 'from', at any depth of embedding. */
static void copy_cells(struct sg_frame *f, const struct sg_atom *to, const struct sg_atom *from)
{
	struct sg_domain *d = &f->e->domain;
	uint32_t first = sg_state_lower_bound(f->state, sg_cell_make(from->what, 0));
	uint32_t count = 0;
	struct sg_state_cell *found;

	while (first + count < f->state->cells.count &&
	       sg_cell_region(f->state->cells.items[first + count].cell) == from->what)
		count++;
	found = sg_arena_copy(f->scratch, f->state->cells.items + first,
	                      count * sizeof(struct sg_state_cell));
	for (uint32_t i = 0; i < count; i++) {
		sg_path tail = 0, at = sg_cell_path(found[i].cell);
		struct sg_path_info steps[SG_MAX_PATH];
		uint32_t n = 0;
		bool cut = false;

		while (at != from->path && at != 0) {
			steps[n++] = *sg_path_get(d, at);
			at = sg_path_get(d, at)->parent;
		}
		if (at != from->path)
			continue;
		tail = to->path;
		while (n-- > 0)
			tail = sg_path_step(d, tail, (enum sg_step_kind)steps[n].kind, steps[n].a,
			                    steps[n].b, &cut);
		if (!cut)
			sg_mem_store_cell(f, sg_cell_make(to->what, tail), found[i].value, 0,
			                  false);
	}
}

void sg_mem_copy(struct sg_frame *f, sg_value to, sg_value from, sg_type type)
{
	struct sg_value_info a = *sg_value_at(&f->e->values, to);
	struct sg_value_info b = *sg_value_at(&f->e->values, from);
	uint32_t left = SG_MAX_COPIED_FIELDS;

	copy_object(f, to, from, type, &left);
	if (a.count == 1 && b.count == 1 && a.atoms[0].kind == SG_ATOM_MEMORY &&
	    b.atoms[0].kind == SG_ATOM_MEMORY && !sg_mem_is_opaque(f->e, a.atoms[0].what))
		copy_cells(f, &a.atoms[0], &b.atoms[0]);
}

void sg_mem_zero(struct sg_frame *f, sg_value address)
{
	struct sg_domain *d = &f->e->domain;
	struct sg_value_info info = *sg_value_at(&f->e->values, address);
	struct sg_atom atom;
	uint32_t i;

	if (info.count != 1 || info.atoms[0].kind != SG_ATOM_MEMORY)
		return;
	atom = info.atoms[0];
	i = sg_state_lower_bound(f->state, sg_cell_make(atom.what, 0));
	while (i < f->state->cells.count &&
	       sg_cell_region(f->state->cells.items[i].cell) == atom.what) {
		sg_path at = sg_cell_path(f->state->cells.items[i].cell);
		bool is_payload = sg_path_get(d, at)->kind == SG_STEP_PAYLOAD;

		while (at != atom.path && at != 0)
			at = sg_path_get(d, at)->parent;
		if (at == atom.path)
			f->state->cells.items[i].value =
				is_payload ? 0 : sg_value_const(&f->e->values, 0);
		i++;
	}
	sg_mem_set_payload(f, address, 0, false);
}
