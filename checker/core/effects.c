/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A call to something the rules know: its effects, one after the other. */
#include <string.h>

#include "core/engine.h"
#include "core/format.h"

struct known_call {
	struct sg_frame *f;
	const struct sg_function_fact *fact;
	const sg_value *args;
	const sg_ref *arg_refs;
	uint32_t arg_count;
	sg_type result_type;
	sg_value result;
	bool has_result;
};

sg_value sg_effects_opaque_result(struct sg_frame *f, sg_type type, const char *name)
{
	enum sg_type_kind kind = sg_type_get(f->unit, type)->kind;
	sg_shape shape = sg_program_shape(f->e, f->unit, type);
	struct sg_region_info *r;
	sg_region region;

	if (kind == SG_TYPE_VOID)
		return 0;
	if (kind != SG_TYPE_POINTER && kind != SG_TYPE_RECORD)
		return sg_value_scalar(&f->e->values, sg_expr_leaf(&f->e->domain, SG_EXPR_RESULT,
		                                                   f->func->index, f->inst, 0));
	region = sg_frame_region(f, SG_REGION_CALL, 0, f->func->index, f->inst, 0,
	                         (shape & SG_SHAPE_IOMEM) != 0);
	sg_mem_set_view(f, region, shape);
	r = sg_region_at(&f->e->domain, region);
	if (name)
		r->producer = name;
	return sg_value_memory(&f->e->values, region, 0, (enum sg_view)r->view, 0);
}

/* ------------------------------------------------------------------------
 * Places
 */
static sg_type ref_type(const struct sg_frame *f, sg_ref ref)
{
	uint32_t index = sg_ref_index(ref);

	switch (sg_ref_kind(ref)) {
	case SG_REF_INST:
		return f->ir->insts.items[index].type;
	case SG_REF_PARAM:
	case SG_REF_LOCAL:
		return f->ir->locals.items[index].type;
	case SG_REF_SYMBOL:
		return f->unit->symbols.items[index].type;
	default:
		return 0;
	}
}

/* The record an operand is about, also when a cast to void * hides it. */
static uint32_t ref_record(const struct sg_frame *f, sg_ref ref)
{
	uint32_t record = sg_type_record(f->unit, ref_type(f, ref));

	while (record == UINT32_MAX && sg_ref_kind(ref) == SG_REF_INST) {
		const struct sg_inst *inst = &f->ir->insts.items[sg_ref_index(ref)];

		if (inst->op != SG_OP_CAST)
			break;
		ref = inst->op0;
		record = sg_type_record(f->unit, ref_type(f, ref));
	}
	return record;
}

static sg_value base_of(struct known_call *c, const struct sg_place *place)
{
	uint32_t argument = (uint32_t)place->argument;

	if (place->argument != SG_PLACE_RESULT)
		return argument < c->arg_count ? c->args[argument]
		                               : sg_value_unknown(&c->f->e->values);
	if (!c->has_result) {
		c->result = sg_effects_opaque_result(c->f, c->result_type, c->fact->canonical);
		c->has_result = true;
	}
	return c->result;
}

static uint32_t base_record(const struct known_call *c, const struct sg_place *place)
{
	if (place->argument == SG_PLACE_RESULT)
		return sg_type_record(c->f->unit, c->result_type);
	if ((uint32_t)place->argument >= c->arg_count)
		return UINT32_MAX;
	return ref_record(c->f, c->arg_refs[place->argument]);
}

/* The type of the object at an address, also when a cast to void * hides it; 0: unknown. */
static sg_type object_type(const struct sg_frame *f, sg_ref address)
{
	const struct sg_type_info *info;

	while (sg_ref_kind(address) == SG_REF_INST) {
		const struct sg_inst *inst = &f->ir->insts.items[sg_ref_index(address)];

		info = sg_type_get(f->unit, inst->type);
		if (inst->op != SG_OP_CAST || info->kind != SG_TYPE_POINTER ||
		    sg_type_get(f->unit, info->inner)->kind != SG_TYPE_VOID)
			break;
		address = inst->op0;
	}
	if (sg_ref_kind(address) == SG_REF_LOCAL || sg_ref_kind(address) == SG_REF_SYMBOL)
		return ref_type(f, address);
	info = sg_type_get(f->unit, ref_type(f, address));
	return info->kind == SG_TYPE_POINTER ? info->inner : 0;
}

/* The shape of what an argument or the result points to: of an array, an element's. */
static sg_shape pointee_shape(const struct known_call *c, const struct sg_place *place)
{
	const struct sg_unit *unit = c->f->unit;
	const struct sg_type_info *info;
	sg_type type = 0;

	if (place->argument == SG_PLACE_RESULT) {
		info = sg_type_get(unit, c->result_type);
		if (info->kind == SG_TYPE_POINTER)
			type = info->inner;
	} else if ((uint32_t)place->argument < c->arg_count) {
		type = object_type(c->f, c->arg_refs[place->argument]);
	}
	info = sg_type_get(unit, type);
	return sg_program_shape(c->f->e, unit, info->kind == SG_TYPE_ARRAY ? info->inner : type);
}

/* The address of the field a place names; false when the record has no such field. */
static bool field_address(struct known_call *c, const struct sg_place *place, sg_value *address,
                          sg_type *type)
{
	struct sg_engine *e = c->f->e;
	uint32_t record = base_record(c, place);

	*address = base_of(c, place);
	for (uint8_t i = 0; i < place->field_count; i++) {
		sg_str name = sg_intern(e->intern, place->fields[i]), owner, member;

		if (record == UINT32_MAX ||
		    !sg_program_find_field(e, c->f->info, record, name, &owner, &member, type))
			return false;
		*address = sg_mem_field(c->f, *address, owner, member);
		record = sg_type_record(c->f->unit, *type);
	}
	return true;
}

/* The address of some element of the array at 'base'. */
static sg_value some_element(struct known_call *c, sg_value base)
{
	return sg_mem_index(c->f, base, sg_value_unknown(&c->f->e->values));
}

/* A field that holds a descriptor is its own address, one that points to it is loaded. */
static sg_value field_descriptor(struct known_call *c, sg_value address, sg_type type)
{
	if (sg_type_get(c->f->unit, type)->kind != SG_TYPE_POINTER)
		return address;
	return sg_mem_load(c->f, address, sg_program_shape(c->f->e, c->f->unit, type));
}

static sg_value read_place(struct known_call *c, const struct sg_place *place)
{
	struct sg_frame *f = c->f;
	sg_value base;
	sg_type type = 0;

	if (place->field_count > 0) {
		if (!field_address(c, place, &base, &type))
			return sg_value_unknown(&f->e->values);
		if (!place->is_payload && !place->is_element)
			return sg_mem_load(f, base, sg_program_shape(f->e, f->unit, type));
		base = field_descriptor(c, base, type);
	} else {
		base = sg_mem_as_pointer(f, base_of(c, place), 0);
	}
	if (place->is_element)
		base = some_element(c, base);
	if (place->is_payload)
		return sg_mem_payload(f, base);
	if (place->is_pointee)
		return sg_mem_load(f, base, pointee_shape(c, place));
	return base;
}

/* '*a1' is one object or, for an array of pointers, every element. */
static void write_pointee(struct known_call *c, const struct sg_place *place, sg_value value)
{
	struct sg_frame *f = c->f;
	sg_value base = sg_mem_as_pointer(f, base_of(c, place), 0);
	sg_shape shape = pointee_shape(c, place);

	sg_mem_store(f, base, value, shape);
	if (shape & SG_SHAPE_POINTER)
		sg_mem_store(f, some_element(c, base), value, shape);
}

static void write_payload(struct known_call *c, const struct sg_place *place, sg_value descriptor,
                          sg_value value, bool mix)
{
	if (place->is_element)
		sg_mem_set_all_payloads(c->f, descriptor, value, mix);
	else
		sg_mem_set_payload(c->f, descriptor, value, mix);
}

static void write_place(struct known_call *c, const struct sg_place *place, sg_value value,
                        bool mix)
{
	struct sg_frame *f = c->f;
	sg_value address;
	sg_type type = 0;

	if (place->field_count > 0) {
		if (!field_address(c, place, &address, &type))
			return;
		if (place->is_payload)
			write_payload(c, place, field_descriptor(c, address, type), value, mix);
		else
			sg_mem_store(f, address, value, sg_program_shape(f->e, f->unit, type));
	} else if (place->is_payload) {
		write_payload(c, place, sg_mem_as_pointer(f, base_of(c, place), 0), value, mix);
	} else if (place->is_pointee) {
		write_pointee(c, place, value);
	} else if (place->argument == SG_PLACE_RESULT) {
		c->result = mix && c->has_result ? sg_value_join(&f->e->values, c->result, value)
		                                 : value;
		c->has_result = true;
	}
}

/* ------------------------------------------------------------------------
 * Effects
 */
static bool constant_at(struct known_call *c, const struct sg_place *place, int64_t *value)
{
	struct sg_value_info info = *sg_value_at(&c->f->e->values, read_place(c, place));

	return info.count == 1 && sg_atom_const(&c->f->e->values, &info.atoms[0], value);
}

/* Some alternative of the place is an address inside an object of the record. */
static bool is_inside(struct known_call *c, const struct sg_effect *effect)
{
	struct sg_engine *e = c->f->e;
	struct sg_value_info info = *sg_value_at(&e->values, read_place(c, &effect->when_place));

	for (uint32_t i = 0; i < info.count; i++) {
		sg_path path = info.atoms[i].kind == SG_ATOM_MEMORY ? info.atoms[i].path : 0;

		for (; path != 0; path = sg_path_get(&e->domain, path)->parent) {
			const struct sg_path_info *step = sg_path_get(&e->domain, path);
			const char *owner =
				step->kind == SG_STEP_FIELD
					? strrchr(sg_intern_text(e->intern, step->a), ':')
					: NULL;

			if (owner && strcmp(owner + 1, effect->when_record) == 0)
				return true;
		}
	}
	return false;
}

static bool condition_holds(struct known_call *c, const struct sg_effect *effect)
{
	int64_t value = 0, wanted = effect->when_value;
	bool is_const;

	if (effect->when == SG_WHEN_ALWAYS)
		return true;
	if (effect->when == SG_WHEN_INSIDE || effect->when == SG_WHEN_NOT_INSIDE)
		return is_inside(c, effect) == (effect->when == SG_WHEN_INSIDE);
	is_const = constant_at(c, &effect->when_place, &value);
	switch (effect->when) {
	case SG_WHEN_HAS_BITS:
		return is_const && (value & wanted) == wanted;
	case SG_WHEN_LACKS_BITS:
		return !is_const || (value & wanted) != wanted;
	case SG_WHEN_EQUALS:
		return is_const && value == wanted;
	case SG_WHEN_DIFFERS:
		return !is_const || value != wanted;
	case SG_WHEN_NULL:
		return is_const && value == 0;
	case SG_WHEN_NOT_NULL:
		return !is_const || value != 0;
	default:
		return false;
	}
}

static sg_value make_source(struct known_call *c, const struct sg_effect *effect)
{
	struct sg_frame *f = c->f;
	sg_region region = sg_frame_region(f, SG_REGION_FRESH, 0, f->func->index, f->inst,
	                                   (uint32_t)(effect - c->fact->effects), false);
	struct sg_region_info *r = sg_region_at(&f->e->domain, region);

	r->has_tag = true;
	r->tag = (uint8_t)effect->tag;
	r->strength = (uint8_t)effect->strength;
	r->view = (uint8_t)effect->view;
	r->effect = effect;
	r->producer = c->fact->canonical;
	r->carrier = effect->carrier;
	return sg_value_memory(&f->e->values, region, 0, effect->view, 0);
}

static sg_value moved(struct known_call *c, const struct sg_effect *effect)
{
	struct sg_frame *f = c->f;
	sg_value memory = read_place(c, &effect->from);

	if (effect->has_fails)
		sg_mem_fails(f, memory, effect->fails);
	return sg_mem_with_view(f, memory, effect->view, SG_HOP_MOVE,
	                        sg_intern(f->e->intern, c->fact->canonical));
}

static sg_value guard(struct known_call *c, const struct sg_effect *effect)
{
	struct sg_frame *f = c->f;
	sg_value test =
		sg_mem_guard(f, read_place(c, &effect->from), effect->tag, effect->polarity);

	if (effect->value == 1)
		return test;
	return sg_eval_binary(f, SG_BIN_MUL, test, sg_value_const(&f->e->values, effect->value));
}

/* What the memory at an argument is, for what a copy of it carries. */
static sg_type copied_type(const struct known_call *c, const struct sg_place *place)
{
	if (place->argument < 0 || (uint32_t)place->argument >= c->arg_count)
		return 0;
	return object_type(c->f, c->arg_refs[place->argument]);
}

/* A copy of such a thing can carry provenance. */
static bool is_carrier(const struct sg_frame *f, sg_type type)
{
	enum sg_type_kind kind = sg_type_get(f->unit, type)->kind;

	return kind == SG_TYPE_RECORD || kind == SG_TYPE_POINTER || kind == SG_TYPE_ARRAY;
}

static void copy(struct known_call *c, const struct sg_effect *effect)
{
	struct sg_frame *f = c->f;
	sg_type type = copied_type(c, &effect->at);

	if (!is_carrier(f, type))
		type = copied_type(c, &effect->from);
	sg_mem_copy(f, read_place(c, &effect->at), read_place(c, &effect->from), type);
}

static void clear(struct known_call *c, const struct sg_effect *effect)
{
	struct sg_place address = effect->at;

	address.is_pointee = false;
	if (effect->at.is_pointee)
		sg_mem_zero(c->f, read_place(c, &address));
	else
		write_place(c, &effect->at, 0, false);
}

/* Some effect of the fact tells what written memory holds afterwards. */
static bool says_content(const struct sg_function_fact *fact)
{
	for (uint32_t i = 0; i < fact->effect_count; i++) {
		enum sg_effect_kind kind = fact->effects[i].kind;

		if (fact->effects[i].at.argument != SG_PLACE_RESULT &&
		    (kind == SG_EFFECT_CLEAR || kind == SG_EFFECT_COPY || kind == SG_EFFECT_MOVE ||
		     kind == SG_EFFECT_MIX))
			return true;
	}
	return false;
}

/* The literal an operand is, through casts and decay; NULL: it is none. */
static const char *string_of(const struct sg_frame *f, sg_ref ref)
{
	while (sg_ref_kind(ref) == SG_REF_INST) {
		const struct sg_inst *inst = &f->ir->insts.items[sg_ref_index(ref)];

		if (inst->op != SG_OP_CAST && inst->op != SG_OP_INDEX)
			return NULL;
		ref = inst->op0;
	}
	if (sg_ref_kind(ref) != SG_REF_STRING)
		return NULL;
	return sg_text(f->unit, f->unit->strings.items[sg_ref_index(ref)]);
}

static void judge(struct known_call *c, const struct sg_effect *effect)
{
	struct sg_frame *f = c->f;
	int8_t argument = effect->from.argument;
	struct sg_access access = {.func = f->func->index,
	                           .inst = f->inst,
	                           .sink = effect->sink,
	                           .callee = c->fact->canonical,
	                           .is_write = effect->is_write,
	                           .is_conversion = effect->kind == SG_EFFECT_FORBID,
	                           .wants_io = effect->kind == SG_EFFECT_ACCESSOR};

	if (effect->is_write && !says_content(c->fact))
		sg_mem_forget(f, read_place(c, &effect->from));
	if (!f->is_report)
		return;
	if (argument >= 0 && (uint32_t)argument < c->arg_count)
		access.operand = c->arg_refs[argument];
	sg_sink_access(f, read_place(c, &effect->from), &access);
}

/* The format and its arguments: what the conversions read is accessed. */
static void judge_format(struct known_call *c, const struct sg_effect *effect)
{
	struct sg_frame *f = c->f;
	uint32_t first = (uint32_t)effect->from.argument + 1;
	const char *format = first <= c->arg_count ? string_of(f, c->arg_refs[first - 1]) : NULL;
	struct sg_format_reader reader;

	if (!f->is_report || !format)
		return;
	sg_format_init(&reader, format);
	while (sg_format_next(&reader)) {
		uint32_t argument = first + reader.argument;
		struct sg_access access = {.func = f->func->index,
		                           .inst = f->inst,
		                           .sink = effect->sink,
		                           .callee = c->fact->canonical};

		if (!reader.reads_memory || argument >= c->arg_count)
			continue;
		access.operand = c->arg_refs[argument];
		sg_sink_access(f, c->args[argument], &access);
	}
}

/* True when the flag may have been set: only one that surely was not is wrong. */
static bool is_told(struct known_call *c, const struct sg_place *flag)
{
	struct sg_values *vs = &c->f->e->values;
	struct sg_value_info info = *sg_value_at(vs, read_place(c, flag));
	int64_t value;

	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_atom *atom = &info.atoms[i];
		bool is_initial = atom->kind == SG_ATOM_SCALAR &&
		                  sg_expr_at(vs->domain, atom->what)->kind == SG_EXPR_CELL;

		if (!is_initial && !(sg_atom_const(vs, atom, &value) && value == 0))
			return true;
	}
	return false;
}

static void judge_told(struct known_call *c, const struct sg_effect *effect)
{
	struct sg_frame *f = c->f;
	struct sg_value_info info = *sg_value_at(&f->e->values, c->result);
	struct sg_access access = {.func = f->func->index,
	                           .inst = f->inst,
	                           .sink = effect->sink,
	                           .callee = c->fact->canonical,
	                           .is_conversion = true,
	                           .operand = c->arg_refs[c->arg_count]};

	if (!f->is_report || is_told(c, &effect->at))
		return;
	for (uint32_t i = 0; i < info.count; i++) {
		const struct sg_region_info *r = sg_region_at(&f->e->domain, info.atoms[i].what);

		if (info.atoms[i].kind == SG_ATOM_MEMORY && r->has_tag && r->tag == effect->tag) {
			sg_sink_access(f, c->result, &access);
			return;
		}
	}
}

static void apply_effect(struct known_call *c, const struct sg_effect *effect)
{
	switch (effect->kind) {
	case SG_EFFECT_SOURCE:
		write_place(c, &effect->at, make_source(c, effect), false);
		break;
	case SG_EFFECT_MOVE:
		write_place(c, &effect->at, moved(c, effect), false);
		break;
	case SG_EFFECT_MIX:
		write_place(c, &effect->at, moved(c, effect), true);
		break;
	case SG_EFFECT_GUARD:
		write_place(c, &effect->at, guard(c, effect), false);
		break;
	case SG_EFFECT_ACCESS:
	case SG_EFFECT_FORBID:
	case SG_EFFECT_ACCESSOR:
		judge(c, effect);
		break;
	case SG_EFFECT_CLEAR:
		clear(c, effect);
		break;
	case SG_EFFECT_COPY:
		copy(c, effect);
		break;
	case SG_EFFECT_FORMAT:
		judge_format(c, effect);
		break;
	case SG_EFFECT_TELL:
		judge_told(c, effect);
		break;
	}
}

sg_value sg_effects_apply(struct sg_frame *f, const struct sg_function_fact *fact,
                          const sg_value *args, const sg_ref *arg_refs, uint32_t arg_count,
                          sg_type result_type)
{
	struct known_call c = {.f = f,
	                       .fact = fact,
	                       .args = args,
	                       .arg_refs = arg_refs,
	                       .arg_count = arg_count,
	                       .result_type = result_type};
	struct sg_place result = {.argument = SG_PLACE_RESULT};

	if (fact->is_opaque)
		sg_summary_havoc(f, args, arg_count);
	for (uint32_t i = 0; i < fact->effect_count; i++) {
		const struct sg_effect *effect = &fact->effects[i];

		if ((effect->policies & f->e->options->policy) && condition_holds(&c, effect))
			apply_effect(&c, effect);
	}
	if (fact->is_noreturn)
		f->stops = true;
	return base_of(&c, &result);
}

/* The contract as a call of the function by its caller: parameters as arguments. */
static void apply_contract(struct sg_frame *f, sg_ref result, sg_value value, bool is_leaving)
{
	const struct sg_function_fact *fact = f->func->contract;
	sg_value args[SG_MAX_CONTRACT_PARAMS];
	sg_ref refs[SG_MAX_CONTRACT_PARAMS + 1];
	struct known_call c = {.f = f,
	                       .fact = fact,
	                       .args = args,
	                       .arg_refs = refs,
	                       .arg_count = f->ir->param_count,
	                       .result = value,
	                       .has_result = is_leaving};

	if (!fact)
		return;
	if (f->ir->param_count > SG_MAX_CONTRACT_PARAMS) {
		f->e->stats->summary_cuts++;
		return;
	}
	for (uint32_t i = 0; i < c.arg_count; i++) {
		refs[i] = sg_ref_make(SG_REF_PARAM, i);
		args[i] = sg_eval(f, refs[i]);
	}
	refs[c.arg_count] = result;
	for (uint32_t i = 0; i < fact->effect_count; i++)
		if ((fact->effects[i].kind == SG_EFFECT_TELL) == is_leaving &&
		    (fact->effects[i].policies & f->e->options->policy))
			apply_effect(&c, &fact->effects[i]);
}

void sg_effects_enter(struct sg_frame *f)
{
	apply_contract(f, SG_REF_NIL, 0, false);
}

void sg_effects_leave(struct sg_frame *f, sg_ref result, sg_value value)
{
	apply_contract(f, result, value, true);
}
