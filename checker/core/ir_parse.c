/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The parser of the text form; IR.md has the grammar and this file its order:
 * locations and types, then the unit's tables.  ir_parse_body.c reads bodies.
 */
#include "core/ir_parse.h"

#include <string.h>

#include "core/ir_binary.h"
#include "core/ir_text.h"
#include "core/ir_verify.h"

/* "[FILE:]LINE:COLUMN"; without FILE it is the unit's source. */
static bool parse_place(struct sg_ir_parser *p, sg_str *file, uint32_t *line, uint32_t *column)
{
	uint32_t number;
	uint64_t name;

	if (!sg_lex_u32(&p->lexer, line) || !sg_lex_expect(&p->lexer, ":") ||
	    !sg_lex_u32(&p->lexer, column))
		return false;
	*file = p->unit->source;
	if (!sg_lex_accept(&p->lexer, ":"))
		return *file || sg_lex_fail(&p->lexer, "the unit has no source");
	number = *line;
	*line = *column;
	if (!sg_lex_u32(&p->lexer, column))
		return false;
	if (!sg_map_get(&p->files, number, &name))
		return sg_lex_fail(&p->lexer, "no file has the number %u", number);
	*file = (sg_str)name;
	return true;
}

bool sg_parse_loc(struct sg_ir_parser *p, sg_loc *loc)
{
	struct sg_location at = {0};

	*loc = 0;
	if (!sg_lex_accept(&p->lexer, "@"))
		return true;
	if (!parse_place(p, &at.file, &at.line, &at.column))
		return false;
	if (sg_lex_accept(&p->lexer, "~") &&
	    !parse_place(p, &at.spelling_file, &at.spelling_line, &at.spelling_column))
		return false;
	if (sg_lex_accept(&p->lexer, "!") && !sg_lex_name(&p->lexer, SG_IR_NAME_PLAIN, &at.macro))
		return false;
	*loc = sg_build_loc(p->builder, &at);
	return true;
}

/* "[one two]" out of 'names'; bit i of '*bits' stands for names[i]. */
bool sg_parse_words(struct sg_ir_parser *p, const char *const *names, uint32_t count,
                    uint32_t *bits)
{
	*bits = 0;
	if (!sg_lex_accept(&p->lexer, "["))
		return true;
	while (!sg_lex_accept(&p->lexer, "]")) {
		char word[32];
		uint32_t i = 0;

		sg_lex_word(&p->lexer, word, sizeof(word));
		while (i < count && strcmp(names[i], word) != 0)
			i++;
		if (i == count || !*word)
			return sg_lex_fail(&p->lexer, "no such word '%s'", word);
		*bits |= 1u << i;
	}
	return true;
}

bool sg_parse_record_ref(struct sg_ir_parser *p, uint32_t *record)
{
	uint64_t index;
	sg_str id;

	if (!sg_lex_name(&p->lexer, SG_IR_NAME_RECORD, &id))
		return false;
	if (!sg_map_get(&p->records, id, &index))
		return sg_lex_fail(&p->lexer, "the record is not declared");
	*record = (uint32_t)index;
	return true;
}

static bool parse_type_at(struct sg_ir_parser *p, uint32_t depth, sg_type *type);

/* What follows the kind's word. */
static bool parse_type_rest(struct sg_ir_parser *p, uint32_t depth, struct sg_type_info *info)
{
	switch (info->kind) {
	case SG_TYPE_INT:
	case SG_TYPE_OTHER:
		return sg_lex_u64(&p->lexer, &info->size);
	case SG_TYPE_RECORD:
		return sg_lex_expect(&p->lexer, "<") && sg_parse_record_ref(p, &info->record) &&
		       sg_lex_u64(&p->lexer, &info->size) && sg_lex_expect(&p->lexer, ">");
	case SG_TYPE_ARRAY:
		return sg_lex_expect(&p->lexer, "<") && sg_lex_u64(&p->lexer, &info->size) &&
		       parse_type_at(p, depth + 1, &info->inner) && sg_lex_expect(&p->lexer, ">");
	case SG_TYPE_POINTER:
	case SG_TYPE_FUNCTION:
		return sg_lex_expect(&p->lexer, "<") && parse_type_at(p, depth + 1, &info->inner) &&
		       sg_lex_expect(&p->lexer, ">");
	case SG_TYPE_VOID:
	case SG_TYPE_KIND_COUNT:
		break;
	}
	return true;
}

static bool parse_type_at(struct sg_ir_parser *p, uint32_t depth, sg_type *type)
{
	static const char *const kinds[SG_TYPE_KIND_COUNT] = {
		[SG_TYPE_VOID] = "void",     [SG_TYPE_INT] = "int",     [SG_TYPE_POINTER] = "ptr",
		[SG_TYPE_RECORD] = "record", [SG_TYPE_ARRAY] = "array", [SG_TYPE_FUNCTION] = "func",
		[SG_TYPE_OTHER] = "other",
	};
	struct sg_type_info info = {0};
	char word[16];
	uint32_t kind = 0;

	if (depth > SG_TYPE_DEPTH_MAX)
		return sg_lex_fail(&p->lexer, "types are nested too deeply");
	sg_lex_word(&p->lexer, word, sizeof(word));
	for (uint32_t bit = 1; bit; bit <<= 1) {
		const char *name = sg_qualifier_name(bit);

		if (!name || strcmp(name, word) != 0)
			continue;
		info.quals |= bit;
		sg_lex_word(&p->lexer, word, sizeof(word));
	}
	while (kind < SG_TYPE_KIND_COUNT && strcmp(kinds[kind], word) != 0)
		kind++;
	if (kind == SG_TYPE_KIND_COUNT)
		return sg_lex_fail(&p->lexer, "no such type '%s'", word);
	info.kind = (enum sg_type_kind)kind;
	if (!parse_type_rest(p, depth, &info))
		return false;
	*type = sg_build_type(p->builder, &info);
	/* The builder cuts what is too deep: here that is an error. */
	return sg_type_get(p->unit, *type)->kind == info.kind ||
	       sg_lex_fail(&p->lexer, "types are nested too deeply");
}

bool sg_parse_type(struct sg_ir_parser *p, sg_type *type)
{
	return parse_type_at(p, 1, type);
}

/* ------------------------------------------------------------------------
 * The unit's name, files, records, symbols
 */

static bool parse_version(struct sg_ir_parser *p)
{
	uint32_t version;

	if (!sg_lex_next_line(&p->lexer) || !sg_lex_accept_word(&p->lexer, "sgir"))
		return sg_lex_fail(&p->lexer, "no sgir text: it starts with 'sgir %d'",
		                   SG_IR_VERSION);
	if (!sg_lex_u32(&p->lexer, &version))
		return false;
	if (version != SG_IR_VERSION)
		return sg_lex_fail(&p->lexer, "version %u of the IR, expected %d", version,
		                   SG_IR_VERSION);
	return sg_lex_end_line(&p->lexer);
}

static bool parse_header(struct sg_ir_parser *p)
{
	static const char *const keys[] = {"unit", "source", "module"};
	sg_str *const values[] = {&p->unit->object, &p->unit->source, &p->unit->module};

	if (!parse_version(p))
		return false;
	for (uint32_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		if (sg_lex_next_line(&p->lexer) && sg_lex_accept_word(&p->lexer, keys[i]) &&
		    (!sg_lex_quoted(&p->lexer, values[i]) || !sg_lex_end_line(&p->lexer)))
			return false;
	}
	if (sg_lex_next_line(&p->lexer) && sg_lex_accept_word(&p->lexer, "degraded")) {
		p->unit->is_degraded = true;
		return sg_lex_end_line(&p->lexer);
	}
	return true;
}

static bool parse_file(struct sg_ir_parser *p)
{
	uint32_t number;
	uint64_t other;
	sg_str name;

	if (!sg_lex_u32(&p->lexer, &number) || !sg_lex_quoted(&p->lexer, &name))
		return false;
	if (!name)
		return sg_lex_fail(&p->lexer, "a file without a name");
	if (sg_map_get(&p->files, number, &other))
		return sg_lex_fail(&p->lexer, "two files have the number %u", number);
	sg_map_put(&p->files, number, name);
	return sg_lex_end_line(&p->lexer);
}

/* "struct ID TAG" or "union ID TAG" */
static bool parse_record_name(struct sg_ir_parser *p, bool *is_union, sg_str *id, sg_str *tag)
{
	*is_union = sg_lex_accept_word(&p->lexer, "union");
	if (!*is_union && !sg_lex_accept_word(&p->lexer, "struct"))
		return sg_lex_fail(&p->lexer, "expected 'struct' or 'union'");
	return sg_lex_name(&p->lexer, SG_IR_NAME_RECORD, id) &&
	       sg_lex_name(&p->lexer, SG_IR_NAME_PLAIN, tag);
}

static bool declare_record(struct sg_ir_parser *p)
{
	bool is_union;
	sg_str id, tag;
	uint64_t index;

	if (!parse_record_name(p, &is_union, &id, &tag))
		return false;
	if (sg_map_get(&p->records, id, &index))
		return sg_lex_fail(&p->lexer, "two records '%s'", sg_text(p->unit, id));
	index = sg_build_record(p->builder, sg_text(p->unit, id), sg_text(p->unit, tag), is_union);
	sg_map_put(&p->records, id, index);
	return true;
}

/* Records may name each other, so all are declared before anything else is read. */
static bool declare_records(struct sg_ir_parser *p)
{
	struct sg_ir_lexer start = p->lexer;

	while (sg_lex_next_line(&p->lexer)) {
		if (sg_lex_accept_word(&p->lexer, "record") && !declare_record(p))
			return false;
		sg_lex_skip_line(&p->lexer);
	}
	start.text = p->lexer.text;
	p->lexer = start;
	return true;
}

static bool parse_field(struct sg_ir_parser *p, uint32_t record)
{
	static const char *const words[] = {"bitfield"};
	struct sg_field field = {0};
	uint32_t bits;

	if (!sg_lex_accept_word(&p->lexer, "field"))
		return sg_lex_fail(&p->lexer, "expected a field or '}'");
	if (!sg_lex_name(&p->lexer, SG_IR_NAME_PLAIN, &field.name) ||
	    !sg_parse_type(p, &field.type) || !sg_parse_words(p, words, 1, &bits) ||
	    !sg_parse_loc(p, &field.loc) || !sg_lex_end_line(&p->lexer))
		return false;
	field.is_bitfield = bits;
	sg_build_field(p->builder, record, &field);
	return true;
}

static bool parse_record(struct sg_ir_parser *p)
{
	bool is_union;
	sg_str id, tag;
	uint64_t index = 0;
	sg_loc loc;

	if (!parse_record_name(p, &is_union, &id, &tag) || !sg_parse_loc(p, &loc))
		return false;
	sg_map_get(&p->records, id, &index);
	p->unit->records.items[index].loc = loc;
	if (!sg_lex_accept(&p->lexer, "{"))
		return sg_lex_end_line(&p->lexer);
	sg_build_record_complete(p->builder, (uint32_t)index, loc);
	if (!sg_lex_end_line(&p->lexer))
		return false;
	while (sg_lex_next_line(&p->lexer) && !sg_lex_accept(&p->lexer, "}")) {
		if (!parse_field(p, (uint32_t)index))
			return false;
	}
	return sg_lex_end_line(&p->lexer);
}

/* The name after the sigil that says what it is. */
static bool parse_symbol_name(struct sg_ir_parser *p, enum sg_symbol_kind *kind, sg_str *name)
{
	if (sg_lex_accept(&p->lexer, "$"))
		*kind = SG_SYMBOL_VARIABLE;
	else if (sg_lex_accept(&p->lexer, "@"))
		*kind = SG_SYMBOL_FUNCTION;
	else if (sg_lex_accept(&p->lexer, "#"))
		*kind = SG_SYMBOL_MACRO;
	else
		return sg_lex_fail(&p->lexer, "expected a symbol");
	return sg_lex_name(&p->lexer, SG_IR_NAME_SYMBOL, name);
}

static bool parse_linkage(struct sg_ir_parser *p, enum sg_linkage *linkage)
{
	char word[16];

	sg_lex_word(&p->lexer, word, sizeof(word));
	for (uint32_t i = 0; i < SG_LINK_COUNT; i++) {
		if (!strcmp(word, sg_linkage_name((enum sg_linkage)i))) {
			*linkage = (enum sg_linkage)i;
			return true;
		}
	}
	return sg_lex_fail(&p->lexer, "no such linkage '%s'", word);
}

static bool parse_param_types(struct sg_ir_parser *p, struct sg_symbol *symbol)
{
	if (!sg_lex_accept(&p->lexer, "("))
		return true;
	do {
		sg_type type;

		if (!sg_parse_type(p, &type))
			return false;
		sg_vec_push(&symbol->params, p->unit->arena, type);
	} while (sg_lex_accept(&p->lexer, ","));
	return sg_lex_expect(&p->lexer, ")");
}

static bool parse_symbol(struct sg_ir_parser *p)
{
	static const char *const words[] = {"defined", "noreturn", "exported"};
	enum sg_symbol_kind kind = SG_SYMBOL_VARIABLE;
	enum sg_linkage linkage = SG_LINK_STATIC;
	struct sg_symbol *symbol;
	sg_str name;
	sg_type type;
	uint64_t key, index;
	uint32_t bits;

	if (!parse_symbol_name(p, &kind, &name))
		return false;
	key = (uint64_t)kind << 32 | name;
	if (sg_map_get(&p->symbols, key, &index))
		return sg_lex_fail(&p->lexer, "two symbols '%s' of one kind",
		                   sg_text(p->unit, name));
	if (!parse_linkage(p, &linkage) || !sg_parse_type(p, &type))
		return false;
	index = sg_build_symbol(p->builder, kind, linkage, sg_text(p->unit, name), type, 0);
	sg_map_put(&p->symbols, key, index);
	symbol = sg_builder_symbol(p->builder, (uint32_t)index);
	if (!parse_param_types(p, symbol) || !sg_parse_words(p, words, 3, &bits) ||
	    !sg_parse_loc(p, &symbol->loc))
		return false;
	symbol->is_defined = bits & 1;
	symbol->is_noreturn = bits & 2;
	symbol->is_exported = bits & 4;
	return sg_lex_end_line(&p->lexer);
}

bool sg_parse_symbol_ref(struct sg_ir_parser *p, uint32_t *symbol)
{
	enum sg_symbol_kind kind = SG_SYMBOL_VARIABLE;
	uint64_t index;
	sg_str name;

	if (!parse_symbol_name(p, &kind, &name))
		return false;
	if (!sg_map_get(&p->symbols, (uint64_t)kind << 32 | name, &index))
		return sg_lex_fail(&p->lexer, "the symbol '%s' is not declared",
		                   sg_text(p->unit, name));
	*symbol = (uint32_t)index;
	return true;
}

static bool parse_declaration(struct sg_ir_parser *p)
{
	if (sg_lex_accept_word(&p->lexer, "file"))
		return parse_file(p);
	if (sg_lex_accept_word(&p->lexer, "record"))
		return parse_record(p);
	if (sg_lex_accept_word(&p->lexer, "symbol"))
		return parse_symbol(p);
	if (sg_lex_accept_word(&p->lexer, "function"))
		return sg_parse_function(p);
	return sg_lex_fail(&p->lexer, "expected a file, record, symbol or function");
}

static bool parse_unit(struct sg_ir_parser *p)
{
	struct sg_error violation;

	if (!parse_header(p) || !declare_records(p))
		return false;
	while (sg_lex_next_line(&p->lexer)) {
		if (!parse_declaration(p))
			return false;
	}
	if (sg_ir_verify(p->unit, &violation))
		return true;
	sg_error_set(p->lexer.error, p->lexer.file_name, 0, 0, "%s", violation.text);
	return false;
}

struct sg_unit *sg_ir_parse(struct sg_arena *arena, struct sg_intern *intern, const char *text,
                            size_t length, const char *file_name, struct sg_error *error)
{
	struct sg_ir_parser p = {.unit = sg_unit_new(arena, intern)};
	struct sg_arena *tables = sg_arena_new("IR parser");
	bool is_valid;

	p.builder = sg_builder_new(p.unit);
	p.scratch = sg_arena_new("IR parser, one body");
	sg_map_init(&p.files, tables);
	sg_map_init(&p.records, tables);
	sg_map_init(&p.symbols, tables);
	sg_ir_lexer_init(&p.lexer, intern, text, length, file_name, error);
	is_valid = parse_unit(&p);
	sg_ir_lexer_release(&p.lexer);
	sg_arena_free(p.scratch);
	sg_arena_free(tables);
	return is_valid ? p.unit : NULL;
}
