/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The printer of the text form; IR.md has the grammar.  It is given verified
 * units only, and what it prints depends on nothing but the unit's meaning:
 * the order of the location, type, integer and string tables does not show.
 */
#include "core/ir_text.h"

#include <inttypes.h>

#include "base/map.h"
#include "core/ir_binary.h"
#include "core/ir_lex.h"

struct printer {
	const struct sg_unit *unit;
	struct sg_buf *out;
	struct sg_arena *scratch;
	/* Files in the order they are first named; NULL spells them out. */
	struct sg_map *files;
	const struct sg_function *function;
	struct sg_map first_locals; /* name -> first local of that name */
};

static void print_quoted(struct sg_buf *out, const char *text)
{
	sg_buf_addc(out, '"');
	for (const char *c = text; *c; c++) {
		unsigned char byte = (unsigned char)*c;

		if (byte == '"' || byte == '\\')
			sg_buf_addf(out, "\\%c", byte);
		else if (byte == '\n')
			sg_buf_adds(out, "\\n");
		else if (byte == '\t')
			sg_buf_adds(out, "\\t");
		else if (byte < ' ' || byte > '~')
			sg_buf_addf(out, "\\x%02x", byte);
		else
			sg_buf_addc(out, *c);
	}
	sg_buf_addc(out, '"');
}

static void print_name(struct printer *p, sg_str name, const char *also)
{
	const char *text = sg_text(p->unit, name);

	if (sg_lex_is_plain(text, also))
		sg_buf_adds(p->out, text);
	else
		print_quoted(p->out, text);
}

/* The name alone means the first thing so named; others get their number. */
static void print_indexed_name(struct printer *p, sg_str name, uint32_t index, uint32_t first)
{
	if (name)
		print_name(p, name, SG_IR_NAME_PLAIN);
	if (!name || index != first)
		sg_buf_addf(p->out, ".%" PRIu32, index);
}

static void print_place(struct printer *p, sg_str file, uint32_t line, uint32_t column)
{
	uint64_t number;

	if (!p->files) {
		print_quoted(p->out, sg_text(p->unit, file));
		sg_buf_addc(p->out, ':');
	} else if (file != p->unit->source) {
		if (!sg_map_get(p->files, file, &number)) {
			number = p->files->count + 1;
			sg_map_put(p->files, file, number);
		}
		sg_buf_addf(p->out, "%" PRIu64 ":", number);
	}
	sg_buf_addf(p->out, "%" PRIu32 ":%" PRIu32, line, column);
}

static void print_loc(struct printer *p, sg_loc loc)
{
	const struct sg_location *at = &p->unit->locs.items[loc];

	if (!loc)
		return;
	sg_buf_adds(p->out, " @");
	print_place(p, at->file, at->line, at->column);
	if (at->spelling_file) {
		sg_buf_addc(p->out, '~');
		print_place(p, at->spelling_file, at->spelling_line, at->spelling_column);
	}
	if (at->macro) {
		sg_buf_addc(p->out, '!');
		print_name(p, at->macro, SG_IR_NAME_PLAIN);
	}
}

/* " [one two]", nothing when there is none. */
static void print_words(struct printer *p, const char *const *words, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		sg_buf_addf(p->out, "%s%s", i ? " " : " [", words[i]);
	if (count)
		sg_buf_addc(p->out, ']');
}

static void print_type(struct printer *p, sg_type type)
{
	const struct sg_type_info *info = sg_type_get(p->unit, type);

	for (uint32_t rest = info->quals; rest; rest &= rest - 1)
		sg_buf_addf(p->out, "%s ", sg_qualifier_name(rest & -rest));
	switch (info->kind) {
	case SG_TYPE_VOID:
	case SG_TYPE_KIND_COUNT:
		sg_buf_adds(p->out, "void");
		return;
	case SG_TYPE_INT:
		sg_buf_addf(p->out, "int%" PRIu64, info->size);
		return;
	case SG_TYPE_OTHER:
		sg_buf_addf(p->out, "other%" PRIu64, info->size);
		return;
	case SG_TYPE_RECORD:
		sg_buf_adds(p->out, "record<");
		print_name(p, p->unit->records.items[info->record].id, SG_IR_NAME_RECORD);
		sg_buf_addf(p->out, " %" PRIu64 ">", info->size);
		return;
	case SG_TYPE_POINTER:
		sg_buf_adds(p->out, "ptr<");
		break;
	case SG_TYPE_FUNCTION:
		sg_buf_adds(p->out, "func<");
		break;
	case SG_TYPE_ARRAY:
		sg_buf_addf(p->out, "array<%" PRIu64 " ", info->size);
		break;
	}
	print_type(p, info->inner);
	sg_buf_addc(p->out, '>');
}

static void print_symbol_name(struct printer *p, uint32_t index)
{
	static const char sigils[] = {
		[SG_SYMBOL_VARIABLE] = '$', [SG_SYMBOL_FUNCTION] = '@', [SG_SYMBOL_MACRO] = '#'};
	const struct sg_symbol *symbol = &p->unit->symbols.items[index];

	sg_buf_addc(p->out, sigils[symbol->kind]);
	print_name(p, symbol->name, SG_IR_NAME_SYMBOL);
}

static void print_local_name(struct printer *p, uint32_t index)
{
	sg_str name = p->function->locals.items[index].name;
	uint64_t first = index;

	sg_map_get(&p->first_locals, name, &first);
	sg_buf_addc(p->out, '&');
	print_indexed_name(p, name, index, (uint32_t)first);
}

static void print_ref(struct printer *p, sg_ref ref)
{
	uint32_t index = sg_ref_index(ref);

	switch (sg_ref_kind(ref)) {
	case SG_REF_NONE:
	case SG_REF_KIND_COUNT:
		sg_buf_adds(p->out, "none");
		break;
	case SG_REF_INST:
		sg_buf_addf(p->out, "%%%" PRIu32, index);
		break;
	case SG_REF_INT:
		sg_buf_addf(p->out, "%" PRId64, p->unit->ints.items[index]);
		break;
	case SG_REF_PARAM:
		sg_buf_addf(p->out, "arg%" PRIu32, index);
		break;
	case SG_REF_LOCAL:
		print_local_name(p, index);
		break;
	case SG_REF_SYMBOL:
		print_symbol_name(p, index);
		break;
	case SG_REF_STRING:
		print_quoted(p->out, sg_text(p->unit, p->unit->strings.items[index]));
		break;
	case SG_REF_BLOCK:
		sg_buf_addf(p->out, "b%" PRIu32, index);
		break;
	}
}

static void print_refs(struct printer *p, const sg_ref *refs, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (i)
			sg_buf_adds(p->out, ", ");
		print_ref(p, refs[i]);
	}
}

static void print_field_of(struct printer *p, const struct sg_inst *inst)
{
	const struct sg_record *record = &p->unit->records.items[inst->record];
	sg_str name = record->fields.items[inst->field].name;
	uint32_t first = 0;

	while (record->fields.items[first].name != name)
		first++;
	sg_buf_adds(p->out, ", ");
	print_name(p, record->id, SG_IR_NAME_RECORD);
	sg_buf_adds(p->out, ", ");
	print_indexed_name(p, name, inst->field, first);
}

static int64_t int_value(const struct printer *p, sg_ref ref)
{
	return p->unit->ints.items[sg_ref_index(ref)];
}

static void print_asm(struct printer *p, const sg_ref *extra, uint32_t count)
{
	for (uint32_t i = 0; i + 1 < count; i += 2) {
		int64_t kind = int_value(p, extra[i]);

		sg_buf_addf(p->out, "%s %s ", i ? "," : "",
		            sg_asm_kind_name((enum sg_asm_kind)kind));
		print_ref(p, extra[i + 1]);
	}
}

static void print_switch(struct printer *p, const struct sg_inst *inst, const sg_ref *extra)
{
	sg_buf_addc(p->out, ' ');
	print_ref(p, extra[0]);
	sg_buf_addf(p->out, ", default b%" PRIu32, inst->target[0]);
	for (uint32_t i = 1; i < inst->extra_count; i += 3) {
		sg_buf_adds(p->out, ", ");
		print_ref(p, extra[i]);
		if (int_value(p, extra[i]) != int_value(p, extra[i + 1])) {
			sg_buf_adds(p->out, "..");
			print_ref(p, extra[i + 1]);
		}
		sg_buf_addc(p->out, ' ');
		print_ref(p, extra[i + 2]);
	}
}

/* Operands of the ops that have one or two: after the type. */
static void print_fixed(struct printer *p, const struct sg_inst *inst)
{
	int count = sg_op_operand_count((enum sg_op)inst->op);

	if (!count || (inst->op == SG_OP_RETURN && inst->op0 == SG_REF_NIL))
		return;
	sg_buf_addc(p->out, ' ');
	print_ref(p, inst->op0);
	if (count == 2) {
		sg_buf_adds(p->out, ", ");
		print_ref(p, inst->op1);
	}
}

static void print_operands(struct printer *p, const struct sg_inst *inst)
{
	const sg_ref *extra = sg_inst_extra(p->function, inst);
	uint32_t targets = sg_op_target_count((enum sg_op)inst->op);

	switch ((enum sg_op)inst->op) {
	case SG_OP_CALL:
		sg_buf_addc(p->out, ' ');
		print_ref(p, extra[0]);
		sg_buf_addc(p->out, '(');
		print_refs(p, extra + 1, inst->extra_count - 1);
		sg_buf_addc(p->out, ')');
		return;
	case SG_OP_UNKNOWN:
		sg_buf_addc(p->out, ' ');
		print_name(p, inst->name, SG_IR_NAME_REASON);
		sg_buf_addc(p->out, '(');
		print_refs(p, extra, inst->extra_count);
		sg_buf_addc(p->out, ')');
		return;
	case SG_OP_ASM:
		print_asm(p, extra, inst->extra_count);
		return;
	case SG_OP_SWITCH:
		print_switch(p, inst, extra);
		return;
	case SG_OP_GOTO:
		sg_buf_adds(p->out, inst->extra_count ? " " : "");
		print_refs(p, extra, inst->extra_count);
		return;
	default:
		print_fixed(p, inst);
	}
	if (inst->op == SG_OP_FIELD || inst->op == SG_OP_CONTAINER)
		print_field_of(p, inst);
	for (uint32_t i = 0; i < targets; i++)
		sg_buf_addf(p->out, "%s b%" PRIu32, inst->op == SG_OP_BRANCH ? "," : "",
		            inst->target[i]);
}

static void print_inst(struct printer *p, uint32_t index)
{
	const struct sg_inst *inst = &p->function->insts.items[index];
	enum sg_op op = (enum sg_op)inst->op;
	const char *words[32];
	uint32_t count = 0;

	if (sg_op_has_result(op))
		sg_buf_addf(p->out, "%%%" PRIu32 " = ", index);
	sg_buf_adds(p->out, sg_op_name(op));
	if (op == SG_OP_BIN)
		sg_buf_addf(p->out, " %s", sg_binop_name((enum sg_binop)inst->sub));
	if (op == SG_OP_UN)
		sg_buf_addf(p->out, " %s", sg_unop_name((enum sg_unop)inst->sub));
	if (sg_op_has_type(op)) {
		sg_buf_addc(p->out, ' ');
		print_type(p, inst->type);
	}
	print_operands(p, inst);
	for (uint32_t rest = inst->flags; rest; rest &= rest - 1)
		words[count++] = sg_inst_flag_name(rest & -rest);
	print_words(p, words, count);
	print_loc(p, inst->loc);
}

static void set_function(struct printer *p, const struct sg_function *function)
{
	uint64_t first;

	p->function = function;
	sg_map_init(&p->first_locals, p->scratch);
	for (uint32_t i = 0; i < function->locals.count; i++) {
		sg_str name = function->locals.items[i].name;

		if (!sg_map_get(&p->first_locals, name, &first))
			sg_map_put(&p->first_locals, name, i);
	}
}

static void print_local(struct printer *p, const struct sg_local *local)
{
	sg_buf_adds(p->out, local->is_param ? "  param " : "  local ");
	print_name(p, local->name, SG_IR_NAME_PLAIN);
	sg_buf_addc(p->out, ' ');
	print_type(p, local->type);
	print_loc(p, local->loc);
	sg_buf_addc(p->out, '\n');
}

static void print_function(struct printer *p, const struct sg_function *function)
{
	const char *words[4];
	uint32_t count = 0;

	set_function(p, function);
	sg_buf_adds(p->out, "\nfunction ");
	print_symbol_name(p, function->symbol);
	sg_buf_addc(p->out, ' ');
	print_type(p, function->return_type);
	if (function->is_variadic)
		words[count++] = "variadic";
	if (function->is_in_header)
		words[count++] = "in-header";
	if (function->is_address_taken)
		words[count++] = "address-taken";
	if (function->is_initialiser)
		words[count++] = "initialiser";
	print_words(p, words, count);
	print_loc(p, function->loc);
	sg_buf_adds(p->out, " {\n");
	for (uint32_t i = 0; i < function->locals.count; i++)
		print_local(p, &function->locals.items[i]);
	for (uint32_t i = 0; i < function->blocks.count; i++) {
		const struct sg_block *block = &function->blocks.items[i];

		sg_buf_addf(p->out, "b%" PRIu32 ":\n", i);
		for (uint32_t k = 0; k < block->count; k++) {
			sg_buf_adds(p->out, "  ");
			print_inst(p, block->first + k);
			sg_buf_addc(p->out, '\n');
		}
	}
	sg_buf_adds(p->out, "}\n");
}

static void print_record(struct printer *p, const struct sg_record *record)
{
	static const char *const bitfield = "bitfield";

	sg_buf_addf(p->out, "record %s ", record->is_union ? "union" : "struct");
	print_name(p, record->id, SG_IR_NAME_RECORD);
	sg_buf_addc(p->out, ' ');
	print_name(p, record->tag, SG_IR_NAME_PLAIN);
	print_loc(p, record->loc);
	sg_buf_adds(p->out, record->is_complete ? " {\n" : "\n");
	for (uint32_t i = 0; i < record->fields.count; i++) {
		const struct sg_field *field = &record->fields.items[i];

		sg_buf_adds(p->out, "  field ");
		print_name(p, field->name, SG_IR_NAME_PLAIN);
		sg_buf_addc(p->out, ' ');
		print_type(p, field->type);
		print_words(p, &bitfield, field->is_bitfield);
		print_loc(p, field->loc);
		sg_buf_addc(p->out, '\n');
	}
	if (record->is_complete)
		sg_buf_adds(p->out, "}\n");
}

static void print_symbol(struct printer *p, const struct sg_symbol *symbol)
{
	const char *words[3];
	uint32_t count = 0;

	sg_buf_adds(p->out, "symbol ");
	print_symbol_name(p, (uint32_t)(symbol - p->unit->symbols.items));
	sg_buf_addf(p->out, " %s ", sg_linkage_name(symbol->linkage));
	print_type(p, symbol->type);
	for (uint32_t i = 0; i < symbol->params.count; i++) {
		sg_buf_adds(p->out, i ? ", " : " (");
		print_type(p, symbol->params.items[i]);
	}
	if (symbol->params.count)
		sg_buf_addc(p->out, ')');
	if (symbol->is_defined)
		words[count++] = "defined";
	if (symbol->is_noreturn)
		words[count++] = "noreturn";
	if (symbol->is_exported)
		words[count++] = "exported";
	print_words(p, words, count);
	print_loc(p, symbol->loc);
	sg_buf_addc(p->out, '\n');
}

static void print_attribute(struct printer *p, const char *key, sg_str value)
{
	if (!value)
		return;
	sg_buf_addf(p->out, "%s ", key);
	print_quoted(p->out, sg_text(p->unit, value));
	sg_buf_addc(p->out, '\n');
}

static void print_files(struct printer *p)
{
	for (uint32_t i = 0; i < p->files->count; i++) {
		sg_buf_addf(p->out, "file %" PRIu64 " ", p->files->entries[i].value);
		print_quoted(p->out, sg_text(p->unit, (sg_str)p->files->entries[i].key));
		sg_buf_addc(p->out, '\n');
	}
}

static void print_header(struct printer *p)
{
	sg_buf_addf(p->out, "sgir %d\n", SG_IR_VERSION);
	print_attribute(p, "unit", p->unit->object);
	print_attribute(p, "source", p->unit->source);
	print_attribute(p, "module", p->unit->module);
	if (p->unit->is_degraded)
		sg_buf_adds(p->out, "degraded\n");
}

static void print_body(struct printer *p)
{
	if (p->unit->records.count)
		sg_buf_addc(p->out, '\n');
	for (uint32_t i = 0; i < p->unit->records.count; i++)
		print_record(p, &p->unit->records.items[i]);
	if (p->unit->symbols.count)
		sg_buf_addc(p->out, '\n');
	for (uint32_t i = 0; i < p->unit->symbols.count; i++)
		print_symbol(p, &p->unit->symbols.items[i]);
	for (uint32_t i = 0; i < p->unit->functions.count; i++)
		print_function(p, &p->unit->functions.items[i]);
}

void sg_ir_print(const struct sg_unit *unit, struct sg_buf *out)
{
	struct sg_arena *scratch = sg_arena_new("IR printer");
	struct sg_buf body;
	struct sg_map files;
	struct printer p = {.unit = unit, .out = &body, .scratch = scratch, .files = &files};

	/* The body comes first, into a buffer: it finds out which files matter. */
	sg_buf_init(&body);
	sg_map_init(&files, scratch);
	print_body(&p);
	p.out = out;
	print_header(&p);
	print_files(&p);
	sg_buf_add(out, body.data, body.length);
	sg_buf_release(&body);
	sg_arena_free(scratch);
}

void sg_ir_print_function(const struct sg_unit *unit, uint32_t function, struct sg_buf *out)
{
	struct sg_arena *scratch = sg_arena_new("IR printer");
	struct sg_buf body;
	struct sg_map files;
	struct printer p = {.unit = unit, .out = &body, .scratch = scratch, .files = &files};

	sg_buf_init(&body);
	sg_map_init(&files, scratch);
	print_function(&p, &unit->functions.items[function]);
	p.out = out;
	print_files(&p);
	sg_buf_add(out, body.data, body.length);
	sg_buf_release(&body);
	sg_arena_free(scratch);
}

void sg_ir_print_inst(const struct sg_unit *unit, const struct sg_function *function, uint32_t inst,
                      struct sg_buf *out)
{
	struct sg_arena *scratch = sg_arena_new("IR printer");
	struct printer p = {.unit = unit, .out = out, .scratch = scratch};

	set_function(&p, function);
	print_inst(&p, inst);
	sg_arena_free(scratch);
}
