/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How people spell what the IR has: operands as in the source, memory by its origin. */
#include <string.h>

#include "core/engine.h"

/* Operators spelled out in one operand; deeper ones become "...". */
#define MAX_DEPTH 6

struct speller {
	struct sg_arena *arena;
	const struct sg_func *func;
};

static const char *spell_value(const struct speller *s, sg_ref ref, int depth);

static const char *local_name(const struct speller *s, uint32_t index)
{
	const char *name = sg_text(s->func->unit, s->func->ir->locals.items[index].name);

	return *name ? name : "...";
}

static const struct sg_inst *inst_of(const struct speller *s, sg_ref ref)
{
	return sg_ref_kind(ref) == SG_REF_INST ? &s->func->ir->insts.items[sg_ref_index(ref)]
	                                       : NULL;
}

static bool is_place(const struct speller *s, sg_ref ref)
{
	const struct sg_inst *inst = inst_of(s, ref);

	if (inst)
		return inst->op == SG_OP_FIELD || inst->op == SG_OP_INDEX;
	return sg_ref_kind(ref) == SG_REF_LOCAL || sg_ref_kind(ref) == SG_REF_SYMBOL;
}

static bool is_zero(const struct speller *s, sg_ref ref)
{
	return sg_ref_kind(ref) == SG_REF_INT && s->func->unit->ints.items[sg_ref_index(ref)] == 0;
}

/* The address of the object that a named field is in, past anonymous members. */
static sg_ref named_base(const struct speller *s, sg_ref base)
{
	const struct sg_inst *inst = inst_of(s, base);

	while (inst && inst->op == SG_OP_FIELD) {
		const struct sg_record *r = &s->func->unit->records.items[inst->record];

		if (r->fields.items[inst->field].name != 0)
			break;
		base = inst->op0;
		inst = inst_of(s, base);
	}
	return base;
}

/* The object at an address. */
static const char *spell_object(const struct speller *s, sg_ref address, int depth)
{
	const struct sg_inst *inst = inst_of(s, address);
	const struct sg_unit *unit = s->func->unit;
	const char *field;

	if (depth == 0)
		return "...";
	if (sg_ref_kind(address) == SG_REF_LOCAL)
		return local_name(s, sg_ref_index(address));
	if (sg_ref_kind(address) == SG_REF_SYMBOL)
		return sg_text(unit, unit->symbols.items[sg_ref_index(address)].name);
	if (inst && inst->op == SG_OP_FIELD) {
		const struct sg_record *r = &unit->records.items[inst->record];

		sg_ref base = named_base(s, inst->op0);

		field = sg_text(unit, r->fields.items[inst->field].name);
		if (is_place(s, base))
			return sg_arena_printf(s->arena, "%s.%s", spell_object(s, base, depth - 1),
			                       field);
		return sg_arena_printf(s->arena, "%s->%s", spell_value(s, base, depth - 1), field);
	}
	if (inst && inst->op == SG_OP_INDEX && !is_zero(s, inst->op1)) {
		const char *base = is_place(s, inst->op0) ? spell_object(s, inst->op0, depth - 1)
		                                          : spell_value(s, inst->op0, depth - 1);

		return sg_arena_printf(s->arena, "%s[%s]", base,
		                       spell_value(s, inst->op1, depth - 1));
	}
	field = spell_value(s, address, depth - 1);
	return *field == '&' ? field + 1 : sg_arena_printf(s->arena, "*%s", field);
}

static const char *spell_call(const struct speller *s, const struct sg_inst *inst, int depth)
{
	sg_ref callee = s->func->ir->extra.items[inst->extra];

	return sg_arena_printf(s->arena, "%s()",
	                       sg_ref_kind(callee) == SG_REF_SYMBOL
	                               ? spell_object(s, callee, depth)
	                               : spell_value(s, callee, depth - 1));
}

static const char *spell_result(const struct speller *s, sg_ref ref, int depth)
{
	static const char *const operators[] = {
		[SG_BIN_ADD] = "+",  [SG_BIN_SUB] = "-",  [SG_BIN_MUL] = "*", [SG_BIN_DIV] = "/",
		[SG_BIN_REM] = "%",  [SG_BIN_AND] = "&",  [SG_BIN_OR] = "|",  [SG_BIN_XOR] = "^",
		[SG_BIN_SHL] = "<<", [SG_BIN_SHR] = ">>", [SG_BIN_EQ] = "==", [SG_BIN_NE] = "!=",
		[SG_BIN_LT] = "<",   [SG_BIN_LE] = "<=",  [SG_BIN_GT] = ">",  [SG_BIN_GE] = ">=",
	};
	const struct sg_inst *inst = inst_of(s, ref);

	switch ((enum sg_op)inst->op) {
	case SG_OP_LOAD:
		return spell_object(s, inst->op0, depth);
	case SG_OP_CAST:
		return spell_value(s, inst->op0, depth);
	case SG_OP_CALL:
		return spell_call(s, inst, depth);
	case SG_OP_FIELD:
		return sg_arena_printf(s->arena, "&%s", spell_object(s, ref, depth));
	case SG_OP_INDEX:
		if (is_zero(s, inst->op1))
			return is_place(s, inst->op0) ? spell_object(s, inst->op0, depth)
			                              : spell_value(s, inst->op0, depth);
		return sg_arena_printf(s->arena, "%s + %s",
		                       is_place(s, inst->op0)
		                               ? spell_object(s, inst->op0, depth - 1)
		                               : spell_value(s, inst->op0, depth - 1),
		                       spell_value(s, inst->op1, depth - 1));
	case SG_OP_BIN:
		return sg_arena_printf(s->arena, depth < MAX_DEPTH ? "(%s %s %s)" : "%s %s %s",
		                       spell_value(s, inst->op0, depth - 1), operators[inst->sub],
		                       spell_value(s, inst->op1, depth - 1));
	case SG_OP_CONTAINER:
		return spell_value(s, inst->op0, depth - 1);
	default:
		return "...";
	}
}

static const char *spell_value(const struct speller *s, sg_ref ref, int depth)
{
	const struct sg_unit *unit = s->func->unit;
	uint32_t index = sg_ref_index(ref);

	if (depth <= 0)
		return "...";
	switch (sg_ref_kind(ref)) {
	case SG_REF_INST:
		return spell_result(s, ref, depth);
	case SG_REF_INT:
		return sg_arena_printf(s->arena, "%lld", (long long)unit->ints.items[index]);
	case SG_REF_PARAM:
		return local_name(s, index);
	case SG_REF_LOCAL:
		return sg_arena_printf(s->arena, "&%s", local_name(s, index));
	case SG_REF_SYMBOL:
		return sg_arena_printf(s->arena, "%s%s",
		                       unit->symbols.items[index].kind == SG_SYMBOL_VARIABLE ? "&"
		                                                                             : "",
		                       sg_text(unit, unit->symbols.items[index].name));
	case SG_REF_STRING:
		return "a string";
	default:
		return "...";
	}
}

const char *sg_describe_ref(struct sg_engine *e, const struct sg_func *func, sg_ref ref)
{
	struct speller s = {.arena = e->arena, .func = func};

	return spell_value(&s, ref, MAX_DEPTH);
}

const char *sg_describe_object(struct sg_engine *e, const struct sg_func *func, sg_ref address)
{
	struct speller s = {.arena = e->arena, .func = func};

	return spell_object(&s, address, MAX_DEPTH);
}

/* ------------------------------------------------------------------------
 * Memory
 */
static const char *describe_declared(struct sg_engine *e, const struct sg_region_info *r)
{
	const struct sg_path_info *field = sg_path_last_field(&e->domain, r->a);
	const struct sg_region_info *parent = sg_region_at(&e->domain, r->parent);
	const char *tail = r->is_declared ? " (declared __iomem)" : "";

	if (field)
		return sg_arena_printf(e->arena, "field '%s'%s",
		                       sg_intern_text(e->intern, field->b), tail);
	if (parent->kind == SG_REGION_GLOBAL)
		return sg_arena_printf(e->arena, "variable '%s'%s",
		                       sg_intern_text(e->intern, parent->a), tail);
	return sg_arena_printf(e->arena, "a pointer%s", tail);
}

static const char *describe_assertion(struct sg_engine *e, sg_str declared, uint8_t parent)
{
	if (declared == 0)
		return "a cast to __iomem";
	return sg_arena_printf(e->arena, "%s'%s' (declared __iomem)",
	                       parent == SG_REGION_DEREF || parent == SG_REGION_PAYLOAD ? "field "
	                                                                                : "",
	                       sg_intern_text(e->intern, declared));
}

const char *sg_describe_region(struct sg_engine *e, sg_region region)
{
	const struct sg_region_info *r = sg_region_at(&e->domain, region);
	const struct sg_func *func = r->kind == SG_REGION_PARAM || r->kind == SG_REGION_LOCAL
	                                     ? &e->funcs.items[r->a]
	                                     : NULL;
	const char *name = func ? sg_text(func->unit, func->ir->locals.items[r->b].name) : "";

	switch ((enum sg_region_kind)r->kind) {
	case SG_REGION_FRESH:
		return sg_arena_printf(e->arena, "%s()", r->producer);
	case SG_REGION_CALL:
		return sg_arena_printf(e->arena, "%s()%s", r->producer ? r->producer : "a call",
		                       r->is_declared ? " (declared __iomem)" : "");
	case SG_REGION_INSTANCE:
		return sg_describe_region(e, r->parent);
	case SG_REGION_PARAM:
		return sg_arena_printf(e->arena, "parameter '%s'%s", name,
		                       r->is_declared ? " (declared __iomem)" : "");
	case SG_REGION_DEREF:
		return describe_declared(e, r);
	case SG_REGION_PROVED:
		return "a test on the way here";
	case SG_REGION_RESULT:
		return "a result";
	case SG_REGION_ASSERTED:
		return describe_assertion(e, r->a, sg_region_at(&e->domain, r->parent)->kind);
	case SG_REGION_DECLARED:
		return describe_assertion(e, r->c, SG_REGION_DECLARED);
	case SG_REGION_LOCAL:
		return sg_arena_printf(e->arena, "variable '%s'", name);
	case SG_REGION_GLOBAL:
	case SG_REGION_FUNCTION:
		return sg_arena_printf(e->arena, "'%s'", sg_intern_text(e->intern, r->a));
	case SG_REGION_STRING:
		return "a string";
	default:
		return "memory of unknown origin";
	}
}

const char *sg_describe_path(struct sg_engine *e, sg_path path)
{
	const struct sg_path_info *step = sg_path_get(&e->domain, path);
	const char *base = path ? sg_describe_path(e, step->parent) : "";

	if (path == 0)
		return "";
	switch ((enum sg_step_kind)step->kind) {
	case SG_STEP_FIELD:
		return sg_arena_printf(e->arena, "%s.%s", base, sg_intern_text(e->intern, step->b));
	case SG_STEP_INDEX:
		return sg_arena_printf(e->arena, "%s[%u]", base, step->a);
	case SG_STEP_ANY:
		return sg_arena_printf(e->arena, "%s[*]", base);
	case SG_STEP_PAYLOAD:
		return sg_arena_printf(e->arena, "%s.$payload", base);
	case SG_STEP_VIEW:
		if (step->a & SG_STEP_CONTAINER)
			return sg_arena_printf(
				e->arena, "%s.container(%s)", base,
				sg_intern_text(e->intern, step->a & ~SG_STEP_CONTAINER));
		return sg_arena_printf(e->arena, "%s.(%s)", base,
		                       sg_view_name((enum sg_view)step->a));
	}
	return base;
}
