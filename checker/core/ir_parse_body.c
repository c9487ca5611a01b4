/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bodies of the text form.  They are taken as they stand: blocks keep their
 * numbers, instructions are numbered in order.  Labels of instructions are free,
 * so that tests can be written by hand.
 */
#include "core/ir_parse.h"

#include <string.h>

/* "NAME", "NAME.INDEX" or ".INDEX"; false with '*index' alone when none was given. */
static bool parse_indexed_name(struct sg_ir_parser *p, sg_str *name, bool *has_index,
                               uint32_t *index)
{
	*name = 0;
	if (sg_lex_peek(&p->lexer) != '.' && !sg_lex_name(&p->lexer, SG_IR_NAME_PLAIN, name))
		return false;
	*has_index = sg_lex_accept(&p->lexer, ".");
	return !*has_index || sg_lex_u32(&p->lexer, index);
}

static bool parse_local(struct sg_ir_parser *p, uint32_t *index)
{
	uint64_t first;
	sg_str name;
	bool has_index;

	if (!sg_lex_expect(&p->lexer, "&") || !parse_indexed_name(p, &name, &has_index, index))
		return false;
	if (!has_index && sg_map_get(&p->first_locals, name, &first)) {
		*index = (uint32_t)first;
		return true;
	}
	if (has_index && *index < p->function.locals.count &&
	    p->function.locals.items[*index].name == name)
		return true;
	return sg_lex_fail(&p->lexer, "no such local");
}

static bool parse_label(struct sg_ir_parser *p, uint32_t *label)
{
	struct sg_ir_label added = {.inst = SG_PARSE_NO_INST, .line = p->lexer.line};
	uint64_t index;

	added.column = (uint32_t)(p->lexer.at - p->lexer.line_start) + 1;
	if (!sg_lex_expect(&p->lexer, "%") ||
	    !sg_lex_name(&p->lexer, SG_IR_NAME_PLAIN, &added.name))
		return false;
	if (!sg_map_get(&p->label_names, added.name, &index)) {
		index = p->labels.count;
		sg_map_put(&p->label_names, added.name, index);
		sg_vec_push(&p->labels, p->scratch, added);
	}
	*label = (uint32_t)index;
	return true;
}

static bool parse_block_ref(struct sg_ir_parser *p, uint32_t *block)
{
	if (!sg_lex_expect(&p->lexer, "b") || !sg_lex_u32(&p->lexer, block))
		return false;
	return *block <= SG_REF_INDEX_MASK || sg_lex_fail(&p->lexer, "no such block");
}

static bool parse_argument(struct sg_ir_parser *p, uint32_t *index)
{
	if (!sg_lex_expect(&p->lexer, "arg") || !sg_lex_u32(&p->lexer, index))
		return false;
	return *index < p->function.param_count || sg_lex_fail(&p->lexer, "no such parameter");
}

static bool parse_indexed_ref(struct sg_ir_parser *p, enum sg_ref_kind kind,
                              bool (*parse)(struct sg_ir_parser *p, uint32_t *index), sg_ref *ref)
{
	uint32_t index = 0;

	if (!parse(p, &index))
		return false;
	*ref = sg_ref_make(kind, index);
	return true;
}

static bool parse_ref(struct sg_ir_parser *p, sg_ref *ref)
{
	int64_t value;
	sg_str text;

	switch (sg_lex_peek(&p->lexer)) {
	case '%':
		return parse_indexed_ref(p, SG_REF_INST, parse_label, ref);
	case '&':
		return parse_indexed_ref(p, SG_REF_LOCAL, parse_local, ref);
	case '$':
	case '@':
	case '#':
		return parse_indexed_ref(p, SG_REF_SYMBOL, sg_parse_symbol_ref, ref);
	case 'a':
		return parse_indexed_ref(p, SG_REF_PARAM, parse_argument, ref);
	case 'b':
		return parse_indexed_ref(p, SG_REF_BLOCK, parse_block_ref, ref);
	case '"':
		if (!sg_lex_quoted(&p->lexer, &text))
			return false;
		*ref = sg_build_string(p->builder, sg_text(p->unit, text));
		return true;
	default:
		if (!sg_lex_i64(&p->lexer, &value))
			return false;
		*ref = sg_build_int(p->builder, value);
		return true;
	}
}

static bool add_extra(struct sg_ir_parser *p, struct sg_inst *inst, sg_ref ref)
{
	sg_vec_push(&p->function.extra, p->unit->arena, ref);
	inst->extra_count++;
	return true;
}

static bool parse_extra(struct sg_ir_parser *p, struct sg_inst *inst)
{
	sg_ref ref;

	return parse_ref(p, &ref) && add_extra(p, inst, ref);
}

/* "(REF, REF)" */
static bool parse_arguments(struct sg_ir_parser *p, struct sg_inst *inst)
{
	if (!sg_lex_expect(&p->lexer, "("))
		return false;
	if (sg_lex_accept(&p->lexer, ")"))
		return true;
	do {
		if (!parse_extra(p, inst))
			return false;
	} while (sg_lex_accept(&p->lexer, ","));
	return sg_lex_expect(&p->lexer, ")");
}

/* True when nothing but words and a location can follow. */
static bool is_operand_list_over(struct sg_ir_parser *p)
{
	char next = sg_lex_peek(&p->lexer);
	const char *after = p->lexer.at + 1;

	/* "@12:3" is a place, "@name" a function. */
	return !next || next == '[' || next == '/' ||
	       (next == '@' && after < p->lexer.end && *after >= '0' && *after <= '9');
}

static bool parse_asm(struct sg_ir_parser *p, struct sg_inst *inst)
{
	char word[16];

	if (is_operand_list_over(p))
		return true;
	do {
		int64_t kind = 0;

		sg_lex_word(&p->lexer, word, sizeof(word));
		while (kind < SG_ASM_KIND_COUNT &&
		       strcmp(word, sg_asm_kind_name((enum sg_asm_kind)kind)) != 0)
			kind++;
		if (kind == SG_ASM_KIND_COUNT)
			return sg_lex_fail(&p->lexer, "no such operand kind '%s'", word);
		if (!add_extra(p, inst, sg_build_int(p->builder, kind)) || !parse_extra(p, inst))
			return false;
	} while (sg_lex_accept(&p->lexer, ","));
	return true;
}

/* "VALUE, default bN, LOW[..HIGH] bN, ..." */
static bool parse_switch(struct sg_ir_parser *p, struct sg_inst *inst)
{
	if (!parse_extra(p, inst) || !sg_lex_expect(&p->lexer, ","))
		return false;
	if (!sg_lex_accept_word(&p->lexer, "default"))
		return sg_lex_fail(&p->lexer, "expected 'default'");
	if (!parse_block_ref(p, &inst->target[0]))
		return false;
	while (sg_lex_accept(&p->lexer, ",")) {
		sg_ref low, high, block;

		if (!parse_ref(p, &low))
			return false;
		high = low;
		if (sg_lex_accept(&p->lexer, "..") && !parse_ref(p, &high))
			return false;
		if (!parse_ref(p, &block))
			return false;
		add_extra(p, inst, low);
		add_extra(p, inst, high);
		add_extra(p, inst, block);
	}
	return true;
}

static bool parse_goto(struct sg_ir_parser *p, struct sg_inst *inst)
{
	if (is_operand_list_over(p))
		return true;
	do {
		if (!parse_extra(p, inst))
			return false;
	} while (sg_lex_accept(&p->lexer, ","));
	return true;
}

/* ", RECORD, FIELD" */
static bool parse_field_of(struct sg_ir_parser *p, struct sg_inst *inst)
{
	const struct sg_record *record;
	bool has_index;
	sg_str name;

	if (!sg_lex_expect(&p->lexer, ",") || !sg_parse_record_ref(p, &inst->record) ||
	    !sg_lex_expect(&p->lexer, ",") ||
	    !parse_indexed_name(p, &name, &has_index, &inst->field))
		return false;
	record = &p->unit->records.items[inst->record];
	if (!has_index) {
		while (inst->field < record->fields.count &&
		       record->fields.items[inst->field].name != name)
			inst->field++;
	}
	if (inst->field < record->fields.count && record->fields.items[inst->field].name == name)
		return true;
	return sg_lex_fail(&p->lexer, "the record has no such field");
}

/* op0 and op1, then what belongs to the op. */
static bool parse_fixed(struct sg_ir_parser *p, struct sg_inst *inst)
{
	enum sg_op op = (enum sg_op)inst->op;
	int count = sg_op_operand_count(op);

	if (count && !(op == SG_OP_RETURN && is_operand_list_over(p)) && !parse_ref(p, &inst->op0))
		return false;
	if (count == 2 && (!sg_lex_expect(&p->lexer, ",") || !parse_ref(p, &inst->op1)))
		return false;
	if ((op == SG_OP_FIELD || op == SG_OP_CONTAINER) && !parse_field_of(p, inst))
		return false;
	for (uint32_t i = 0; i < sg_op_target_count(op); i++) {
		if (op == SG_OP_BRANCH && !sg_lex_expect(&p->lexer, ","))
			return false;
		if (!parse_block_ref(p, &inst->target[i]))
			return false;
	}
	return true;
}

/* ------------------------------------------------------------------------
 * Instructions and bodies
 */

static bool parse_inst_flags(struct sg_ir_parser *p, uint32_t *flags)
{
	const char *names[32];

	for (uint32_t i = 0; i < 32; i++) {
		names[i] = sg_inst_flag_name(1u << i);
		if (!names[i])
			names[i] = ""; /* which no word is */
	}
	return sg_parse_words(p, names, 32, flags);
}

static bool parse_operands(struct sg_ir_parser *p, struct sg_inst *inst)
{
	switch ((enum sg_op)inst->op) {
	case SG_OP_CALL:
		return parse_extra(p, inst) && parse_arguments(p, inst);
	case SG_OP_UNKNOWN:
		return sg_lex_name(&p->lexer, SG_IR_NAME_REASON, &inst->name) &&
		       parse_arguments(p, inst);
	case SG_OP_ASM:
		return parse_asm(p, inst);
	case SG_OP_SWITCH:
		return parse_switch(p, inst);
	case SG_OP_GOTO:
		return parse_goto(p, inst);
	default:
		return parse_fixed(p, inst);
	}
}

static bool parse_sub(struct sg_ir_parser *p, struct sg_inst *inst)
{
	bool is_binary = inst->op == SG_OP_BIN;
	int count = is_binary ? (int)SG_BIN_COUNT : (int)SG_UN_COUNT;
	char word[16];

	if (!is_binary && inst->op != SG_OP_UN)
		return true;
	sg_lex_word(&p->lexer, word, sizeof(word));
	for (; inst->sub < count; inst->sub++) {
		if (!strcmp(word, is_binary ? sg_binop_name((enum sg_binop)inst->sub)
		                            : sg_unop_name((enum sg_unop)inst->sub)))
			return true;
	}
	return sg_lex_fail(&p->lexer, "no such operator '%s'", word);
}

/* "%label =" before the op: the label names this instruction. */
static bool parse_result(struct sg_ir_parser *p, bool *has_result)
{
	struct sg_ir_label *label;
	uint32_t index;

	*has_result = sg_lex_peek(&p->lexer) == '%';
	if (!*has_result)
		return true;
	if (!parse_label(p, &index))
		return false;
	label = &p->labels.items[index];
	if (label->inst != SG_PARSE_NO_INST)
		return sg_lex_fail(&p->lexer, "'%%%s' is defined twice",
		                   sg_text(p->unit, label->name));
	label->inst = p->function.insts.count;
	return sg_lex_expect(&p->lexer, "=");
}

static bool parse_op(struct sg_ir_parser *p, struct sg_inst *inst)
{
	char word[16];

	sg_lex_word(&p->lexer, word, sizeof(word));
	for (; inst->op < SG_OP_COUNT; inst->op++) {
		if (!strcmp(word, sg_op_name((enum sg_op)inst->op)))
			return true;
	}
	return sg_lex_fail(&p->lexer, "no such instruction '%s'", word);
}

static bool parse_inst(struct sg_ir_parser *p)
{
	struct sg_inst inst = {.extra = p->function.extra.count};
	bool has_result;

	if (!parse_result(p, &has_result) || !parse_op(p, &inst))
		return false;
	if (has_result != sg_op_has_result((enum sg_op)inst.op))
		return sg_lex_fail(&p->lexer, "'%s' has %s result", sg_op_name((enum sg_op)inst.op),
		                   has_result ? "no" : "a");
	if (!parse_sub(p, &inst) ||
	    (sg_op_has_type((enum sg_op)inst.op) && !sg_parse_type(p, &inst.type)) ||
	    !parse_operands(p, &inst) || !parse_inst_flags(p, &inst.flags) ||
	    !sg_parse_loc(p, &inst.loc) || !sg_lex_end_line(&p->lexer))
		return false;
	inst = sg_inst_normal(&inst);
	if (p->function.insts.count > SG_REF_INDEX_MASK)
		return sg_lex_fail(&p->lexer, "too many instructions");
	sg_vec_push(&p->function.insts, p->unit->arena, inst);
	p->function.blocks.items[p->function.blocks.count - 1].count++;
	return true;
}

static bool parse_local_line(struct sg_ir_parser *p, bool is_param)
{
	struct sg_local local = {.is_param = is_param};
	uint64_t first;

	if (!sg_lex_name(&p->lexer, SG_IR_NAME_PLAIN, &local.name) ||
	    !sg_parse_type(p, &local.type) || !sg_parse_loc(p, &local.loc) ||
	    !sg_lex_end_line(&p->lexer))
		return false;
	if (!sg_map_get(&p->first_locals, local.name, &first))
		sg_map_put(&p->first_locals, local.name, p->function.locals.count);
	sg_vec_push(&p->function.locals, p->unit->arena, local);
	p->function.param_count += is_param;
	return true;
}

/* "bN:", in order */
static bool parse_block_line(struct sg_ir_parser *p)
{
	struct sg_block block = {.first = p->function.insts.count};
	uint32_t number;

	if (!parse_block_ref(p, &number) || !sg_lex_expect(&p->lexer, ":"))
		return false;
	if (number != p->function.blocks.count)
		return sg_lex_fail(&p->lexer, "expected block b%u", p->function.blocks.count);
	sg_vec_push(&p->function.blocks, p->unit->arena, block);
	return sg_lex_end_line(&p->lexer);
}

/* A line between the braces: locals, then blocks of instructions. */
static bool parse_body_line(struct sg_ir_parser *p)
{
	bool has_blocks = p->function.blocks.count;
	bool is_param;

	if (!has_blocks) {
		is_param = sg_lex_accept_word(&p->lexer, "param");
		if (is_param || sg_lex_accept_word(&p->lexer, "local"))
			return parse_local_line(p, is_param);
	}
	/* "b0:" or an instruction: "bin" and "branch" go on with a letter. */
	if (!has_blocks || (p->lexer.end - p->lexer.at >= 2 && p->lexer.at[0] == 'b' &&
	                    p->lexer.at[1] >= '0' && p->lexer.at[1] <= '9'))
		return parse_block_line(p);
	return parse_inst(p);
}

static bool resolve(struct sg_ir_parser *p, sg_ref *ref)
{
	const struct sg_ir_label *label;

	if (sg_ref_kind(*ref) != SG_REF_INST)
		return true;
	label = &p->labels.items[sg_ref_index(*ref)];
	if (label->inst == SG_PARSE_NO_INST) {
		sg_error_set(p->lexer.error, p->lexer.file_name, label->line, label->column,
		             "'%%%s' is not defined", sg_text(p->unit, label->name));
		return false;
	}
	*ref = sg_ref_make(SG_REF_INST, label->inst);
	return true;
}

/* Labels become instruction numbers. */
static bool resolve_labels(struct sg_ir_parser *p)
{
	struct sg_function *f = &p->function;

	for (uint32_t i = 0; i < f->insts.count; i++) {
		if (!resolve(p, &f->insts.items[i].op0) || !resolve(p, &f->insts.items[i].op1))
			return false;
	}
	for (uint32_t i = 0; i < f->extra.count; i++) {
		if (!resolve(p, &f->extra.items[i]))
			return false;
	}
	return true;
}

/* "function @NAME TYPE [WORDS] @LOC {" */
static bool parse_function_line(struct sg_ir_parser *p)
{
	static const char *const words[] = {"variadic", "in-header", "address-taken",
	                                    "initialiser"};
	struct sg_function *f = &p->function;
	uint32_t bits;

	if (!sg_parse_symbol_ref(p, &f->symbol))
		return false;
	if (p->unit->symbols.items[f->symbol].function)
		return sg_lex_fail(&p->lexer, "the function has a body already");
	if (!sg_parse_type(p, &f->return_type) || !sg_parse_words(p, words, 4, &bits) ||
	    !sg_parse_loc(p, &f->loc) || !sg_lex_expect(&p->lexer, "{"))
		return false;
	f->is_variadic = bits & 1;
	f->is_in_header = bits & 2;
	f->is_address_taken = bits & 4;
	f->is_initialiser = bits & 8;
	return sg_lex_end_line(&p->lexer);
}

bool sg_parse_function(struct sg_ir_parser *p)
{
	sg_arena_reset(p->scratch);
	sg_map_init(&p->first_locals, p->scratch);
	sg_map_init(&p->label_names, p->scratch);
	memset(&p->labels, 0, sizeof(p->labels));
	p->function = (struct sg_function){0};
	if (!parse_function_line(p))
		return false;
	while (sg_lex_next_line(&p->lexer) && !sg_lex_accept(&p->lexer, "}")) {
		if (!parse_body_line(p))
			return false;
	}
	if (!resolve_labels(p))
		return false;
	sg_vec_push(&p->unit->functions, p->unit->arena, p->function);
	p->unit->symbols.items[p->function.symbol].function = p->unit->functions.count;
	return sg_lex_end_line(&p->lexer);
}
