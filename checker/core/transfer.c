/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one instruction does to the state. */
#include <string.h>

#include "core/engine.h"

static sg_shape shape_of(struct sg_frame *f, sg_type type)
{
	return sg_program_shape(f->e, f->unit, type);
}

static sg_value eval_param(struct sg_frame *f, uint32_t index)
{
	sg_type type = f->ir->locals.items[index].type;
	sg_region region;

	if (!sg_type_is_pointer(f->unit, type) &&
	    sg_type_get(f->unit, type)->kind != SG_TYPE_RECORD)
		return sg_value_scalar(&f->e->values, sg_expr_leaf(&f->e->domain, SG_EXPR_PARAM,
		                                                   f->func->index, index, 0));
	region = sg_frame_region(f, SG_REGION_PARAM, 0, f->func->index, index, 0,
	                         sg_type_is_iomem(f->unit, type));
	sg_mem_set_view(f, region, shape_of(f, type));
	return sg_value_memory(&f->e->values, region, 0,
	                       (enum sg_view)sg_region_at(&f->e->domain, region)->view, 0);
}

static bool is_constant(const struct sg_unit *unit, sg_type type)
{
	const struct sg_type_info *info = sg_type_get(unit, type);

	while (info->kind == SG_TYPE_ARRAY && !(info->quals & SG_QUAL_CONST))
		info = sg_type_get(unit, info->inner);
	return info->quals & SG_QUAL_CONST;
}

static sg_value eval_symbol(struct sg_frame *f, uint32_t index)
{
	const struct sg_symbol *symbol = &f->unit->symbols.items[index];
	enum sg_region_kind kind =
		symbol->kind == SG_SYMBOL_VARIABLE ? SG_REGION_GLOBAL : SG_REGION_FUNCTION;
	/* a static name means something in its unit only */
	uint32_t scope =
		symbol->linkage == SG_LINK_STATIC ? (uint32_t)(f->info - f->e->units.items) + 1 : 0;
	sg_region region;

	region = sg_frame_region(f, kind, 0, symbol->name, scope, 0, false);
	if (is_constant(f->unit, symbol->type))
		sg_region_at(&f->e->domain, region)->is_const = true;
	return sg_value_memory(&f->e->values, region, 0, SG_VIEW_LINEAR, 0);
}

sg_value sg_eval(struct sg_frame *f, sg_ref ref)
{
	uint32_t index = sg_ref_index(ref);

	switch (sg_ref_kind(ref)) {
	case SG_REF_INST:
		return f->temps[index];
	case SG_REF_INT:
		return sg_value_const(&f->e->values, f->unit->ints.items[index]);
	case SG_REF_PARAM:
		return eval_param(f, index);
	case SG_REF_LOCAL:
		return sg_value_memory(
			&f->e->values,
			sg_frame_region(f, SG_REGION_LOCAL, 0, f->func->index, index, 0, false), 0,
			SG_VIEW_LINEAR, 0);
	case SG_REF_SYMBOL:
		return eval_symbol(f, index);
	case SG_REF_STRING:
		return sg_value_memory(&f->e->values,
		                       sg_frame_region(f, SG_REGION_STRING, 0, 0, 0, 0, false), 0,
		                       SG_VIEW_LINEAR, 0);
	default:
		return sg_value_unknown(&f->e->values);
	}
}

/* ------------------------------------------------------------------------
 * Arithmetic
 */

/* Memory named by an address keeps its name when the address is adjusted. */
static bool keeps_address(enum sg_binop op)
{
	return op == SG_BIN_ADD || op == SG_BIN_SUB || op == SG_BIN_OR || op == SG_BIN_AND ||
	       op == SG_BIN_SHL || op == SG_BIN_SHR || op == SG_BIN_XOR;
}

static sg_expr atom_expr(struct sg_frame *f, const struct sg_atom *atom)
{
	if (atom->kind == SG_ATOM_SCALAR)
		return atom->what;
	if (atom->kind == SG_ATOM_MEMORY)
		return sg_mem_pointer(f->e, atom);
	return 0;
}

static struct sg_atom shift_view(struct sg_atom atom, enum sg_binop op)
{
	if (op == SG_BIN_SHR && atom.view == SG_VIEW_PHYS)
		atom.view = SG_VIEW_PFN;
	else if (op == SG_BIN_SHL && atom.view == SG_VIEW_PFN)
		atom.view = SG_VIEW_PHYS;
	return atom;
}

/* A pointer to an object is not NULL when the object is a variable. */
static bool compare_with_null(struct sg_frame *f, enum sg_binop op, const struct sg_atom *a,
                              const struct sg_atom *b, struct sg_atom *out)
{
	int64_t value;

	if (a->kind != SG_ATOM_MEMORY || !sg_mem_is_object(f->e, a->what) ||
	    !sg_atom_const(&f->e->values, b, &value) || value != 0)
		return false;
	if (op != SG_BIN_EQ && op != SG_BIN_NE)
		return false;
	*out = sg_atom_scalar(sg_expr_const(&f->e->domain, op == SG_BIN_NE));
	return true;
}

static struct sg_atom binary_atoms(struct sg_frame *f, enum sg_binop op, const struct sg_atom *a,
                                   const struct sg_atom *b)
{
	struct sg_atom out;
	sg_expr x, y, result;

	memset(&out, 0, sizeof(out));
	if (a->kind == SG_ATOM_MEMORY && b->kind != SG_ATOM_MEMORY && keeps_address(op)) {
		out = shift_view(*a, op);
	} else if (b->kind == SG_ATOM_MEMORY && a->kind != SG_ATOM_MEMORY &&
	           (op == SG_BIN_ADD || op == SG_BIN_OR)) {
		out = *b;
	} else if (!compare_with_null(f, op, a, b, &out)) {
		x = atom_expr(f, a);
		y = atom_expr(f, b);
		result = x != 0 && y != 0 ? sg_expr_binary(&f->e->domain, op, x, y) : 0;
		if (result == 0)
			result = sg_expr_leaf(&f->e->domain, SG_EXPR_RESULT, f->func->index,
			                      f->inst, 0);
		out = sg_atom_scalar(result);
	}
	memset(out.lits, 0, sizeof(out.lits));
	out.lit_count = 0;
	for (uint8_t i = 0; i < a->lit_count; i++)
		sg_atom_add_lit(&f->e->values, &out, a->lits[i]);
	for (uint8_t i = 0; i < b->lit_count; i++)
		sg_atom_add_lit(&f->e->values, &out, b->lits[i]);
	return out;
}

sg_value sg_eval_binary(struct sg_frame *f, enum sg_binop op, sg_value a, sg_value b)
{
	struct sg_value_info x = *sg_value_at(&f->e->values, a);
	struct sg_value_info y = *sg_value_at(&f->e->values, b);
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	if (x.count * y.count > 2 * SG_MAX_ATOMS)
		return sg_value_scalar(&f->e->values, sg_expr_leaf(&f->e->domain, SG_EXPR_RESULT,
		                                                   f->func->index, f->inst, 0));
	for (uint32_t i = 0; i < x.count; i++)
		for (uint32_t j = 0; j < y.count; j++) {
			struct sg_atom out = binary_atoms(f, op, &x.atoms[i], &y.atoms[j]);

			sg_atom_set_add(&f->e->values, &set, &out);
		}
	return sg_atom_set_value(&f->e->values, &set);
}

sg_value sg_eval_not(struct sg_frame *f, sg_value v)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom out = info.atoms[i], zero;
		sg_expr x = atom_expr(f, &out);
		sg_expr result = x != 0 ? sg_expr_unary(&f->e->domain, SG_UN_NOT, x) : 0;

		zero = sg_atom_scalar(sg_expr_const(&f->e->domain, 0));
		if (out.kind == SG_ATOM_MEMORY)
			out = binary_atoms(f, SG_BIN_EQ, &out, &zero);
		else if (result != 0)
			out.what = result;
		else
			memset(&out, 0, sizeof(out));
		sg_atom_set_add(&f->e->values, &set, &out);
	}
	return sg_atom_set_value(&f->e->values, &set);
}

/* ------------------------------------------------------------------------
 * Casts and addresses
 */

/* A plain pointer turned into a struct page pointer names memory by its page. */
static sg_value retype_view(struct sg_frame *f, sg_value v, sg_type type)
{
	enum sg_view view = sg_program_type_view(f->e, f->unit, type);
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	struct sg_atom_set set;

	if (view == SG_VIEW_LINEAR)
		return v;
	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];

		if (atom.kind == SG_ATOM_MEMORY && atom.view == SG_VIEW_LINEAR &&
		    !sg_region_at(&f->e->domain, atom.what)->has_tag)
			atom.view = (uint8_t)view;
		sg_atom_set_add(&f->e->values, &set, &atom);
	}
	return sg_atom_set_value(&f->e->values, &set);
}

/*
 * What was plain, was cast to __iomem, and is forced back is plain again: the
 * author of both casts knows that it is only called __iomem in between.
 */
static sg_value withdraw_assertion(struct sg_frame *f, sg_value v)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		const struct sg_region_info *r = sg_region_at(&f->e->domain, atom.what);

		if (atom.kind == SG_ATOM_MEMORY && r->kind == SG_REGION_ASSERTED && r->a == 0) {
			atom.what = r->parent;
			atom.view = sg_region_at(&f->e->domain, r->parent)->view;
		}
		sg_atom_set_add(&f->e->values, &set, &atom);
	}
	return sg_atom_set_value(&f->e->values, &set);
}

static sg_value transfer_cast(struct sg_frame *f, const struct sg_inst *inst)
{
	sg_value v = sg_eval(f, inst->op0);

	if (inst->flags & SG_CAST_FROM_INT)
		v = sg_mem_as_pointer(f, v, shape_of(f, inst->type));
	if (sg_type_is_pointer(f->unit, inst->type))
		v = retype_view(f, v, inst->type);
	if (inst->flags & SG_CAST_ADDS_IOMEM)
		return sg_mem_assert_io(f, v, 0);
	if (inst->flags & SG_CAST_DROPS_IOMEM) {
		if (inst->flags & SG_CAST_FORCE)
			v = withdraw_assertion(f, v);
		return sg_mem_with_view(f, v, SG_VIEW_KEEP, SG_HOP_CAST, 0);
	}
	if (inst->flags & SG_CAST_TO_INT)
		return sg_mem_with_view(f, v, SG_VIEW_KEEP, SG_HOP_INTEGER, 0);
	return v;
}

static sg_value transfer_field(struct sg_frame *f, const struct sg_inst *inst)
{
	sg_value base = sg_mem_as_pointer(f, sg_eval(f, inst->op0), 0);
	sg_str owner, name;

	if (!sg_program_field(f->e, f->func, inst, &owner, &name))
		return base;
	return sg_mem_field(f, base, owner, name);
}

/*
 * container_of(): steps back when the field was stepped into here, else the
 * record around an unknown pointer, always the same one for the same pointer.
 */
static sg_value transfer_container(struct sg_frame *f, const struct sg_inst *inst)
{
	struct sg_domain *d = &f->e->domain;
	sg_value v = sg_eval(f, inst->op0);
	struct sg_value_info info = *sg_value_at(&f->e->values, v);
	const struct sg_record *record = &f->unit->records.items[inst->record];
	sg_str name = record->fields.items[inst->field].name;
	struct sg_atom_set set;

	memset(&set, 0, sizeof(set));
	for (uint32_t i = 0; i < info.count; i++) {
		struct sg_atom atom = info.atoms[i];
		const struct sg_path_info *step = sg_path_get(d, atom.path);
		bool cut = false;
		sg_path path;
		sg_region region;

		if (atom.kind == SG_ATOM_MEMORY && step->kind == SG_STEP_FIELD && step->b == name) {
			atom.path = step->parent;
		} else if (atom.kind == SG_ATOM_MEMORY && !sg_mem_is_opaque(f->e, atom.what)) {
			path = sg_path_step(d, atom.path, SG_STEP_VIEW, SG_STEP_CONTAINER | name,
			                    record->id, &cut);
			region = cut ? 0 : sg_mem_deref_region(f, atom.what, path);
			if (region == 0)
				memset(&atom, 0, sizeof(atom));
			else
				atom = sg_atom_memory(region, 0, SG_VIEW_LINEAR, 0);
		}
		sg_atom_set_add(&f->e->values, &set, &atom);
	}
	return sg_atom_set_value(&f->e->values, &set);
}

static sg_value transfer_index(struct sg_frame *f, const struct sg_inst *inst)
{
	return sg_mem_index(f, sg_mem_as_pointer(f, sg_eval(f, inst->op0), shape_of(f, inst->type)),
	                    sg_eval(f, inst->op1));
}

/* ------------------------------------------------------------------------
 * Accesses
 */
static void judge(struct sg_frame *f, const struct sg_inst *inst, sg_ref address, sg_value v,
                  bool is_write)
{
	struct sg_access access = {.func = f->func->index,
	                           .inst = f->inst,
	                           .sink = inst->op == SG_OP_ASM ? "asm" : "deref",
	                           .is_write = is_write,
	                           .is_atomic = inst->op == SG_OP_RMW,
	                           .is_asm = inst->op == SG_OP_ASM,
	                           .operand = address};

	if (f->is_report && !(inst->flags & SG_ACCESS_ARTEFACT))
		sg_sink_access(f, v, &access);
}

static sg_value transfer_load(struct sg_frame *f, const struct sg_inst *inst)
{
	sg_value address = sg_mem_as_pointer(f, sg_eval(f, inst->op0), 0);

	judge(f, inst, inst->op0, address, false);
	return sg_mem_load(f, address, shape_of(f, inst->type));
}

/* The field or variable a store goes to, for the trace; 0 for a local. */
static sg_str stored_name(struct sg_frame *f, sg_value address)
{
	struct sg_value_info info = *sg_value_at(&f->e->values, address);
	const struct sg_path_info *step;

	if (info.count == 0 || info.atoms[0].kind != SG_ATOM_MEMORY)
		return 0;
	step = sg_path_last_field(&f->e->domain, info.atoms[0].path);
	if (step)
		return step->b;
	if (sg_region_at(&f->e->domain, info.atoms[0].what)->kind == SG_REGION_GLOBAL)
		return sg_region_at(&f->e->domain, info.atoms[0].what)->a;
	return 0;
}

static void transfer_store(struct sg_frame *f, const struct sg_inst *inst)
{
	sg_value address = sg_mem_as_pointer(f, sg_eval(f, inst->op0), 0);
	sg_value value = sg_eval(f, inst->op1);
	sg_str name = stored_name(f, address);

	judge(f, inst, inst->op0, address, true);
	if (name != 0 && f->is_report)
		sg_sink_escape(f, value, inst->op1);
	if (name != 0)
		value = sg_mem_with_view(f, value, SG_VIEW_KEEP, SG_HOP_STORE, name);
	sg_mem_store(f, address, value, shape_of(f, inst->type));
}

static sg_value transfer_rmw(struct sg_frame *f, const struct sg_inst *inst)
{
	sg_value address = sg_mem_as_pointer(f, sg_eval(f, inst->op0), 0);
	sg_value old;

	judge(f, inst, inst->op0, address, true);
	old = sg_mem_load(f, address, shape_of(f, inst->type));
	sg_mem_store(f, address,
	             sg_value_join(&f->e->values, sg_eval(f, inst->op1),
	                           sg_value_unknown(&f->e->values)),
	             shape_of(f, inst->type));
	return old;
}

static void transfer_copy(struct sg_frame *f, const struct sg_inst *inst)
{
	sg_value to = sg_eval(f, inst->op0), from = sg_eval(f, inst->op1);

	judge(f, inst, inst->op1, from, false);
	judge(f, inst, inst->op0, to, true);
	sg_mem_copy(f, to, from, inst->type);
}

sg_value sg_transfer_result(struct sg_frame *f, sg_ref operand, sg_value value)
{
	const struct sg_inst *inst = &f->ir->insts.items[f->inst];
	sg_value to = sg_value_memory(
		&f->e->values, sg_frame_region(f, SG_REGION_RESULT, 0, f->func->index, 0, 0, false),
		0, SG_VIEW_LINEAR, 0);

	judge(f, inst, operand, value, false);
	sg_mem_copy(f, to, value, f->ir->return_type);
	return to;
}

static void transfer_undef(struct sg_frame *f, const struct sg_inst *inst)
{
	sg_value v = sg_eval(f, inst->op0);
	sg_region region = sg_value_at(&f->e->values, v)->atoms[0].what;
	uint32_t at = sg_state_lower_bound(f->state, sg_cell_make(region, 0));

	while (at < f->state->cells.count &&
	       sg_cell_region(f->state->cells.items[at].cell) == region)
		sg_state_remove(f->state, f->state->cells.items[at].cell);
}

static void transfer_asm(struct sg_frame *f, const struct sg_inst *inst)
{
	for (uint32_t i = 0; i + 1 < inst->extra_count; i += 2) {
		sg_ref kind_ref = f->ir->extra.items[inst->extra + i];
		sg_ref operand = f->ir->extra.items[inst->extra + i + 1];
		int64_t kind = f->unit->ints.items[sg_ref_index(kind_ref)];
		sg_value v;

		if (kind == SG_ASM_VALUE_IN)
			continue;
		v = sg_mem_as_pointer(f, sg_eval(f, operand), 0);
		judge(f, inst, operand, v, kind != SG_ASM_MEM_IN);
		if (kind != SG_ASM_MEM_IN)
			sg_mem_store(f, v, sg_value_unknown(&f->e->values), 0);
	}
}

/* ------------------------------------------------------------------------
 * Calls
 */
#define MAX_ARGS 16

/* Bodies an indirect call reaches: known function values, else the ops table. */
static uint32_t indirect_targets(struct sg_frame *f, const struct sg_inst *inst, sg_value callee,
                                 uint32_t out[SG_MAX_CALL_TARGETS])
{
	struct sg_value_info info = *sg_value_at(&f->e->values, callee);
	uint32_t count = 0;

	for (uint32_t i = 0; i < info.count && count < SG_MAX_CALL_TARGETS; i++) {
		uint32_t func = sg_program_function_at(f->e, &info.atoms[i]);

		if (func != UINT32_MAX)
			out[count++] = func;
	}
	if (count > 0)
		return count;
	return sg_program_callees(f->e, f->func, inst, out, SG_MAX_CALL_TARGETS);
}

static sg_value call_indirect(struct sg_frame *f, const struct sg_inst *inst, sg_ref callee,
                              const sg_value *args, uint32_t arg_count)
{
	uint32_t targets[SG_MAX_CALL_TARGETS];
	uint32_t count = indirect_targets(f, inst, sg_eval(f, callee), targets);
	struct sg_state before, after;
	sg_value result = 0;

	sg_leads_call(f, callee, args, arg_count);
	if (count == 0) {
		if (f->is_report)
			f->e->stats->indirect_unresolved++;
		sg_summary_defer(f, sg_eval(f, callee), args, arg_count);
		sg_summary_havoc(f, args, arg_count);
		return sg_effects_opaque_result(f, inst->type, NULL);
	}
	sg_state_copy(&before, f->state, f->scratch);
	memset(&after, 0, sizeof(after));
	for (uint32_t i = 0; i < count; i++) {
		sg_value v;

		sg_state_copy(f->state, &before, f->scratch);
		v = sg_summary_call(f, &f->e->funcs.items[targets[i]], args, arg_count);
		result = sg_value_join(&f->e->values, result, v);
		sg_state_merge(&after, f->state, &f->e->values, f->scratch, sg_mem_initial_known,
		               f);
	}
	*f->state = after;
	f->state->is_reachable = true;
	return result;
}

static sg_value transfer_call(struct sg_frame *f, const struct sg_inst *inst)
{
	const sg_ref *extra = sg_inst_extra(f->ir, inst);
	sg_value args[MAX_ARGS];
	uint32_t arg_count = inst->extra_count - 1;
	const struct sg_symbol *symbol;
	struct sg_target target;

	if (arg_count > MAX_ARGS)
		arg_count = MAX_ARGS;
	for (uint32_t i = 0; i < arg_count; i++)
		args[i] = sg_eval(f, extra[i + 1]);
	if (sg_ref_kind(extra[0]) != SG_REF_SYMBOL)
		return call_indirect(f, inst, extra[0], args, arg_count);
	symbol = &f->unit->symbols.items[sg_ref_index(extra[0])];
	if (symbol->kind == SG_SYMBOL_VARIABLE)
		return call_indirect(f, inst, extra[0], args, arg_count);
	if (symbol->is_noreturn)
		f->stops = true;
	target = sg_program_target(f->e, f->info, sg_ref_index(extra[0]));
	if (target.fact)
		return sg_effects_apply(f, target.fact, args, extra + 1, arg_count, inst->type);
	sg_leads_call(f, extra[0], args, arg_count);
	if (target.func)
		return sg_summary_call(f, &f->e->funcs.items[target.func - 1], args, arg_count);
	if (f->is_report)
		f->e->stats->calls_without_body++;
	sg_summary_havoc(f, args, arg_count);
	return sg_effects_opaque_result(f, inst->type, sg_text(f->unit, symbol->name));
}

void sg_transfer(struct sg_frame *f, uint32_t index)
{
	const struct sg_inst *inst = &f->ir->insts.items[index];
	sg_value result = 0;

	f->inst = index;
	switch ((enum sg_op)inst->op) {
	case SG_OP_LOAD:
		result = transfer_load(f, inst);
		break;
	case SG_OP_STORE:
		transfer_store(f, inst);
		break;
	case SG_OP_RMW:
		result = transfer_rmw(f, inst);
		break;
	case SG_OP_COPY:
		transfer_copy(f, inst);
		break;
	case SG_OP_ZERO:
		judge(f, inst, inst->op0, sg_eval(f, inst->op0), true);
		sg_mem_zero(f, sg_eval(f, inst->op0));
		break;
	case SG_OP_UNDEF:
		transfer_undef(f, inst);
		break;
	case SG_OP_FIELD:
		result = transfer_field(f, inst);
		break;
	case SG_OP_INDEX:
		result = transfer_index(f, inst);
		break;
	case SG_OP_CONTAINER:
		result = transfer_container(f, inst);
		break;
	case SG_OP_CAST:
		result = transfer_cast(f, inst);
		break;
	case SG_OP_BIN:
		result = sg_eval_binary(f, (enum sg_binop)inst->sub, sg_eval(f, inst->op0),
		                        sg_eval(f, inst->op1));
		break;
	case SG_OP_UN:
		result = inst->sub == SG_UN_NOT ? sg_eval_not(f, sg_eval(f, inst->op0))
		                                : sg_effects_opaque_result(f, inst->type, NULL);
		break;
	case SG_OP_CALL:
		result = transfer_call(f, inst);
		break;
	case SG_OP_ASM:
		transfer_asm(f, inst);
		break;
	case SG_OP_UNKNOWN:
		result = sg_value_unknown(&f->e->values);
		break;
	default:
		break;
	}
	f->temps[index] = result;
}
