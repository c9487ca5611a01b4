/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The verifier.  Each check may rely on those before it, so the order of the
 * calls is that of IR.md: tables first, then bodies, then their control flow.
 */
#include "core/ir_verify.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "core/ir_cfg.h"

struct verifier {
	const struct sg_unit *unit;
	struct sg_error *error;
	struct sg_arena *scratch;
	const struct sg_function *function; /* NULL: the unit's tables */
	uint32_t inst;
	bool has_inst;
};

static __attribute__((format(printf, 2, 3))) bool fail(const struct verifier *v, const char *format,
                                                       ...)
{
	char text[256], where[256] = "";
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (v->function)
		snprintf(where, sizeof(where), "function '%.200s': ",
		         sg_text(v->unit, v->unit->symbols.items[v->function->symbol].name));
	if (v->has_inst)
		sg_error_set(v->error, NULL, 0, 0, "%sinstruction %u (%s): %s", where, v->inst,
		             v->function->insts.items[v->inst].op < SG_OP_COUNT
		                     ? sg_op_name((enum sg_op)v->function->insts.items[v->inst].op)
		                     : "?",
		             text);
	else
		sg_error_set(v->error, NULL, 0, 0, "%s%s", where, text);
	return false;
}

static bool is_str(const struct verifier *v, sg_str str)
{
	return str < sg_intern_count(v->unit->intern);
}

static bool is_type(const struct verifier *v, sg_type type)
{
	return type < v->unit->types.count;
}

static bool is_loc(const struct verifier *v, sg_loc loc)
{
	return loc < v->unit->locs.count;
}

static bool verify_locs(const struct verifier *v)
{
	const struct sg_location *locs = v->unit->locs.items;
	static const struct sg_location unknown;

	if (!v->unit->locs.count || memcmp(&locs[0], &unknown, sizeof(unknown)) != 0)
		return fail(v, "location 0 is not the unknown location");
	for (uint32_t i = 1; i < v->unit->locs.count; i++) {
		if (!is_str(v, locs[i].file) || !is_str(v, locs[i].spelling_file) ||
		    !is_str(v, locs[i].macro))
			return fail(v, "location %u: no such string", i);
		if (!locs[i].file)
			return fail(v, "location %u has no file", i);
		if (!locs[i].spelling_file && (locs[i].spelling_line || locs[i].spelling_column))
			return fail(v, "location %u has a spelling line but no file", i);
	}
	return true;
}

static bool verify_quals(uint32_t quals)
{
	for (; quals; quals &= quals - 1) {
		if (!sg_qualifier_name(quals & -quals))
			return false;
	}
	return true;
}

static bool verify_types(const struct verifier *v)
{
	const struct sg_type_info *types = v->unit->types.items;
	uint32_t *depths = SG_NEW_ARRAY(v->scratch, uint32_t, v->unit->types.count);

	if (!v->unit->types.count || types[0].kind != SG_TYPE_VOID || types[0].quals)
		return fail(v, "type 0 is not void");
	for (uint32_t i = 0; i < v->unit->types.count; i++) {
		struct sg_type_info normal;

		if ((uint32_t)types[i].kind >= SG_TYPE_KIND_COUNT)
			return fail(v, "type %u: no such kind", i);
		if (!verify_quals(types[i].quals))
			return fail(v, "type %u: no such qualifier", i);
		normal = sg_type_normal(&types[i]);
		if (normal.inner != types[i].inner || normal.record != types[i].record ||
		    normal.size != types[i].size)
			return fail(v, "type %u: a member that its kind does not use is set", i);
		if (types[i].inner && types[i].inner >= i)
			return fail(v, "type %u is made from a later type", i);
		if (types[i].kind == SG_TYPE_RECORD && types[i].record >= v->unit->records.count)
			return fail(v, "type %u: no such record", i);
		depths[i] = depths[types[i].inner] + 1;
		if (depths[i] > SG_TYPE_DEPTH_MAX)
			return fail(v, "type %u is nested too deeply", i);
	}
	return true;
}

static bool verify_record(const struct verifier *v, uint32_t index)
{
	const struct sg_record *record = &v->unit->records.items[index];

	if (!is_str(v, record->id) || !is_str(v, record->tag) || !record->id)
		return fail(v, "record %u has no identity", index);
	if (!is_loc(v, record->loc))
		return fail(v, "record %u: no such location", index);
	if (!record->is_complete && record->fields.count)
		return fail(v, "record %u is incomplete but has fields", index);
	for (uint32_t i = 0; i < record->fields.count; i++) {
		const struct sg_field *field = &record->fields.items[i];

		if (!is_str(v, field->name) || !is_type(v, field->type) || !is_loc(v, field->loc))
			return fail(v, "record %u, field %u: no such name, type or location", index,
			            i);
	}
	return true;
}

static bool verify_records(const struct verifier *v)
{
	struct sg_map ids;
	uint64_t other;

	sg_map_init(&ids, v->scratch);
	for (uint32_t i = 0; i < v->unit->records.count; i++) {
		if (!verify_record(v, i))
			return false;
		if (sg_map_get(&ids, v->unit->records.items[i].id, &other))
			return fail(v, "two records '%s'",
			            sg_text(v->unit, v->unit->records.items[i].id));
		sg_map_put(&ids, v->unit->records.items[i].id, i);
	}
	return true;
}

static bool verify_symbol(const struct verifier *v, uint32_t index)
{
	const struct sg_symbol *symbol = &v->unit->symbols.items[index];

	if ((uint32_t)symbol->kind >= SG_SYMBOL_KIND_COUNT ||
	    (uint32_t)symbol->linkage >= SG_LINK_COUNT)
		return fail(v, "symbol %u: no such kind or linkage", index);
	if (!symbol->name || !is_str(v, symbol->name))
		return fail(v, "symbol %u has no name", index);
	if (!is_type(v, symbol->type) || !is_loc(v, symbol->loc))
		return fail(v, "symbol %u: no such type or location", index);
	for (uint32_t i = 0; i < symbol->params.count; i++) {
		if (!is_type(v, symbol->params.items[i]))
			return fail(v, "symbol %u, parameter %u: no such type", index, i);
	}
	if (!symbol->function)
		return true;
	if (symbol->function > v->unit->functions.count ||
	    v->unit->functions.items[symbol->function - 1].symbol != index)
		return fail(v, "symbol %u: its function is another symbol's", index);
	if (symbol->kind != SG_SYMBOL_FUNCTION || !symbol->is_defined)
		return fail(v, "symbol %u has a body but is no defined function", index);
	return true;
}

static bool verify_symbols(const struct verifier *v)
{
	struct sg_map names;
	uint64_t other;

	sg_map_init(&names, v->scratch);
	for (uint32_t i = 0; i < v->unit->symbols.count; i++) {
		const struct sg_symbol *symbol = &v->unit->symbols.items[i];
		uint64_t key = (uint64_t)symbol->kind << 32 | symbol->name;

		if (!verify_symbol(v, i))
			return false;
		if (sg_map_get(&names, key, &other))
			return fail(v, "two symbols '%s' of one kind",
			            sg_text(v->unit, symbol->name));
		sg_map_put(&names, key, i);
	}
	for (uint32_t i = 0; i < v->unit->functions.count; i++) {
		uint32_t symbol = v->unit->functions.items[i].symbol;

		if (symbol >= v->unit->symbols.count ||
		    v->unit->symbols.items[symbol].function != i + 1)
			return fail(v, "function %u is not its symbol's", i);
	}
	return true;
}

static bool verify_constants(const struct verifier *v)
{
	const struct sg_unit *unit = v->unit;

	if (!is_str(v, unit->object) || !is_str(v, unit->source) || !is_str(v, unit->module) ||
	    !is_str(v, unit->root))
		return fail(v, "the unit's name: no such string");
	for (uint32_t i = 0; i < unit->strings.count; i++) {
		if (!is_str(v, unit->strings.items[i]))
			return fail(v, "string literal %u: no such string", i);
	}
	return true;
}

static bool verify_locals(const struct verifier *v)
{
	const struct sg_function *f = v->function;

	if (!is_type(v, f->return_type) || !is_loc(v, f->loc))
		return fail(v, "no such return type or location");
	if (f->param_count > f->locals.count)
		return fail(v, "more parameters than locals");
	for (uint32_t i = 0; i < f->locals.count; i++) {
		const struct sg_local *local = &f->locals.items[i];

		if (!is_str(v, local->name) || !is_type(v, local->type) || !is_loc(v, local->loc))
			return fail(v, "local %u: no such name, type or location", i);
		if (local->is_param != (i < f->param_count))
			return fail(v, "local %u: parameters come first", i);
	}
	return true;
}

/* The blocks cover the instructions, in order, each ended by its one terminator. */
static bool verify_blocks(struct verifier *v)
{
	const struct sg_function *f = v->function;
	uint64_t next = 0;

	if (!f->blocks.count)
		return fail(v, "no entry block");
	for (uint32_t i = 0; i < f->blocks.count; i++) {
		const struct sg_block *block = &f->blocks.items[i];

		if (block->first != next || !block->count || next + block->count > f->insts.count)
			return fail(v, "block %u: not in its place, or empty", i);
		next += block->count;
		for (uint32_t k = 0; k < block->count; k++) {
			uint8_t op = f->insts.items[block->first + k].op;

			if (op >= SG_OP_COUNT)
				return fail(v, "instruction %u: no such op", block->first + k);
			if (sg_op_is_terminator((enum sg_op)op) != (k == block->count - 1))
				return fail(v, "block %u: a terminator ends a block, and only that",
				            i);
		}
	}
	if (next != f->insts.count)
		return fail(v, "instructions outside of every block");
	return true;
}

static bool verify_ref(const struct verifier *v, sg_ref ref)
{
	const struct sg_function *f = v->function;
	uint32_t index = sg_ref_index(ref);
	uint32_t bound = 0;

	switch (sg_ref_kind(ref)) {
	case SG_REF_NONE:
		return fail(v, "an operand is missing");
	case SG_REF_INST:
		if (index < f->insts.count &&
		    !sg_op_has_result((enum sg_op)f->insts.items[index].op))
			return fail(v, "operand %%%u has no result", index);
		bound = f->insts.count;
		break;
	case SG_REF_INT:
		bound = v->unit->ints.count;
		break;
	case SG_REF_PARAM:
		bound = f->param_count;
		break;
	case SG_REF_LOCAL:
		bound = f->locals.count;
		break;
	case SG_REF_SYMBOL:
		bound = v->unit->symbols.count;
		break;
	case SG_REF_STRING:
		bound = v->unit->strings.count;
		break;
	case SG_REF_BLOCK:
		bound = f->blocks.count;
		break;
	case SG_REF_KIND_COUNT:
		break;
	}
	return index < bound || fail(v, "operand %#x names nothing", ref);
}

static bool expect_kind(const struct verifier *v, sg_ref ref, enum sg_ref_kind kind)
{
	return sg_ref_kind(ref) == kind || fail(v, "operand %#x is of the wrong kind", ref);
}

static bool verify_asm(const struct verifier *v, const sg_ref *extra, uint32_t count)
{
	if (count % 2)
		return fail(v, "operands come in pairs");
	for (uint32_t i = 0; i < count; i += 2) {
		int64_t kind;

		if (!expect_kind(v, extra[i], SG_REF_INT))
			return false;
		kind = v->unit->ints.items[sg_ref_index(extra[i])];
		if (kind < 0 || kind >= SG_ASM_KIND_COUNT)
			return fail(v, "no such operand kind");
	}
	return true;
}

static bool verify_switch(const struct verifier *v, const sg_ref *extra, uint32_t count)
{
	if (count % 3 != 1)
		return fail(v, "operands are a value and triples");
	for (uint32_t i = 1; i < count; i += 3) {
		if (!expect_kind(v, extra[i], SG_REF_INT) ||
		    !expect_kind(v, extra[i + 1], SG_REF_INT) ||
		    !expect_kind(v, extra[i + 2], SG_REF_BLOCK))
			return false;
	}
	return true;
}

/* What is particular to one op; the operands are known to be valid. */
static bool verify_shape(const struct verifier *v, const struct sg_inst *inst)
{
	const sg_ref *extra = sg_inst_extra(v->function, inst);

	switch ((enum sg_op)inst->op) {
	case SG_OP_UNDEF:
		return expect_kind(v, inst->op0, SG_REF_LOCAL);
	case SG_OP_FIELD:
	case SG_OP_CONTAINER:
		return (inst->record < v->unit->records.count &&
		        inst->field < v->unit->records.items[inst->record].fields.count) ||
		       fail(v, "no such field");
	case SG_OP_BIN:
		return inst->sub < SG_BIN_COUNT || fail(v, "no such operator");
	case SG_OP_UN:
		return inst->sub < SG_UN_COUNT || fail(v, "no such operator");
	case SG_OP_CALL:
		return inst->extra_count > 0 || fail(v, "no callee");
	case SG_OP_UNKNOWN:
		return inst->name || fail(v, "no reason");
	case SG_OP_ASM:
		return verify_asm(v, extra, inst->extra_count);
	case SG_OP_SWITCH:
		return verify_switch(v, extra, inst->extra_count);
	case SG_OP_GOTO:
		for (uint32_t i = 0; i < inst->extra_count; i++) {
			if (!expect_kind(v, extra[i], SG_REF_BLOCK))
				return false;
		}
		return true;
	default:
		return true;
	}
}

static bool verify_members(const struct verifier *v, const struct sg_inst *inst)
{
	struct sg_inst normal = sg_inst_normal(inst);

	if (!is_loc(v, inst->loc) || !is_type(v, inst->type) || !is_str(v, inst->name))
		return fail(v, "no such location, type or reason");
	for (uint32_t rest = inst->flags; rest; rest &= rest - 1) {
		if (!sg_inst_flag_name(rest & -rest))
			return fail(v, "no such flag");
	}
	if ((uint64_t)inst->extra + inst->extra_count > v->function->extra.count)
		return fail(v, "operands outside of the operand list");
	if (normal.sub != inst->sub || normal.type != inst->type || normal.op0 != inst->op0 ||
	    normal.op1 != inst->op1 || normal.record != inst->record ||
	    normal.field != inst->field || normal.name != inst->name ||
	    normal.target[0] != inst->target[0] || normal.target[1] != inst->target[1] ||
	    normal.extra != inst->extra || normal.extra_count != inst->extra_count)
		return fail(v, "a member that the op does not use is set");
	return true;
}

static bool verify_inst(const struct verifier *v, const struct sg_inst *inst)
{
	int operands = sg_op_operand_count((enum sg_op)inst->op);

	if (!verify_members(v, inst))
		return false;
	if (operands >= 1 && !(inst->op == SG_OP_RETURN && inst->op0 == SG_REF_NIL) &&
	    !verify_ref(v, inst->op0))
		return false;
	if (operands >= 2 && !verify_ref(v, inst->op1))
		return false;
	for (uint32_t i = 0; i < inst->extra_count; i++) {
		if (!verify_ref(v, v->function->extra.items[inst->extra + i]))
			return false;
	}
	for (uint32_t i = 0; i < sg_op_target_count((enum sg_op)inst->op); i++) {
		if (inst->target[i] >= v->function->blocks.count)
			return fail(v, "no such block");
	}
	return verify_shape(v, inst);
}

struct flow {
	struct sg_cfg cfg;
	struct sg_dominators dominators;
	uint32_t *blocks; /* of each instruction */
};

static bool verify_use(const struct verifier *v, const struct flow *flow, sg_ref ref)
{
	uint32_t definition = sg_ref_index(ref);
	uint32_t from, to;

	if (sg_ref_kind(ref) != SG_REF_INST)
		return true;
	from = flow->blocks[definition];
	to = flow->blocks[v->inst];
	if (from == to ? definition < v->inst
	               : flow->dominators.enter[from] <= flow->dominators.enter[to] &&
	                         flow->dominators.leave[to] <= flow->dominators.leave[from])
		return true;
	return fail(v, "%%%u is used where it may not be defined", definition);
}

static bool verify_uses(struct verifier *v, const struct flow *flow)
{
	const struct sg_function *f = v->function;

	v->has_inst = true;
	for (v->inst = 0; v->inst < f->insts.count; v->inst++) {
		const struct sg_inst *inst = &f->insts.items[v->inst];

		if (!verify_use(v, flow, inst->op0) || !verify_use(v, flow, inst->op1))
			return false;
		for (uint32_t i = 0; i < inst->extra_count; i++) {
			if (!verify_use(v, flow, f->extra.items[inst->extra + i]))
				return false;
		}
	}
	v->has_inst = false;
	return true;
}

static bool verify_flow(struct verifier *v)
{
	const struct sg_function *f = v->function;
	uint32_t *terminators = SG_NEW_ARRAY(v->scratch, uint32_t, f->blocks.count);
	struct flow flow;

	flow.blocks = SG_NEW_ARRAY(v->scratch, uint32_t, f->insts.count);
	for (uint32_t i = 0; i < f->blocks.count; i++) {
		const struct sg_block *block = &f->blocks.items[i];

		terminators[i] = block->first + block->count - 1;
		for (uint32_t k = 0; k < block->count; k++)
			flow.blocks[block->first + k] = i;
	}
	sg_cfg_init(&flow.cfg, v->scratch, f, terminators, f->blocks.count);
	for (uint32_t i = 0; i < f->blocks.count; i++) {
		if (flow.cfg.position[i] == SG_CFG_UNREACHABLE)
			return fail(v, "block %u cannot be reached", i);
	}
	sg_dominators_init(&flow.dominators, v->scratch, &flow.cfg, f, terminators);
	return verify_uses(v, &flow);
}

static bool verify_function(struct verifier *v, const struct sg_function *function)
{
	v->function = function;
	if (!verify_locals(v) || !verify_blocks(v))
		return false;
	v->has_inst = true;
	for (v->inst = 0; v->inst < function->insts.count; v->inst++) {
		if (!verify_inst(v, &function->insts.items[v->inst]))
			return false;
	}
	v->has_inst = false;
	return verify_flow(v);
}

bool sg_ir_verify(const struct sg_unit *unit, struct sg_error *error)
{
	struct verifier v = {.unit = unit, .error = error, .scratch = sg_arena_new("IR verifier")};
	bool is_valid = verify_constants(&v) && verify_locs(&v) && verify_types(&v) &&
	                verify_records(&v) && verify_symbols(&v);

	for (uint32_t i = 0; is_valid && i < unit->functions.count; i++) {
		sg_arena_reset(v.scratch);
		is_valid = verify_function(&v, &unit->functions.items[i]);
	}
	sg_arena_free(v.scratch);
	return is_valid;
}
