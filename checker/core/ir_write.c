/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The writer of the binary form.  It is given verified units only. */
#include "core/ir_binary.h"

#include <endian.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "core/ir_binary_layout.h"

struct writer {
	const struct sg_unit *unit;
	struct sg_buf *out;
	struct sg_arena *scratch;
	/* Strings of the unit in the order of their first use. */
	uint32_t *string_numbers; /* intern id -> number + 1 */
	SG_VEC(sg_str) strings;
};

static void put_word(struct sg_buf *out, uint32_t word)
{
	word = htole32(word);
	sg_buf_add(out, &word, sizeof(word));
}

static void put_bytes(struct sg_buf *out, const void *bytes, size_t size)
{
	sg_buf_add(out, bytes, size);
	sg_buf_add(out, "\0\0\0", (4 - size % 4) % 4);
}

static void put_row(struct sg_buf *out, uint32_t tag, const uint32_t *members, uint32_t count)
{
	uint32_t row[1 + SG_SGO_ROW_MAX];
	uint32_t mask = 0, used = 1;

	for (uint32_t i = 0; i < count; i++) {
		if (!members[i])
			continue;
		mask |= 1u << i;
		row[used++] = htole32(members[i]);
	}
	row[0] = htole32(tag | mask << 8);
	sg_buf_add(out, row, used * sizeof(*row));
}

static uint32_t string_number(struct writer *w, sg_str str)
{
	if (!w->string_numbers[str]) {
		sg_vec_push(&w->strings, w->scratch, str);
		w->string_numbers[str] = w->strings.count;
	}
	return w->string_numbers[str] - 1;
}

static void write_locs(struct writer *w)
{
	for (uint32_t i = 1; i < w->unit->locs.count; i++) {
		const struct sg_location *loc = &w->unit->locs.items[i];
		const uint32_t members[SG_SGO_LOC_WORDS] = {string_number(w, loc->file),
		                                            loc->line,
		                                            loc->column,
		                                            string_number(w, loc->spelling_file),
		                                            loc->spelling_line,
		                                            loc->spelling_column,
		                                            string_number(w, loc->macro)};

		put_row(w->out, 0, members, SG_SGO_LOC_WORDS);
	}
}

static void write_types(struct writer *w)
{
	for (uint32_t i = 1; i < w->unit->types.count; i++) {
		const struct sg_type_info *type = &w->unit->types.items[i];
		const uint32_t members[SG_SGO_TYPE_WORDS] = {type->quals, type->inner, type->record,
		                                             (uint32_t)type->size,
		                                             (uint32_t)(type->size >> 32)};

		put_row(w->out, type->kind, members, SG_SGO_TYPE_WORDS);
	}
}

static void write_records(struct writer *w)
{
	for (uint32_t i = 0; i < w->unit->records.count; i++) {
		const struct sg_record *record = &w->unit->records.items[i];
		const uint32_t members[SG_SGO_RECORD_WORDS] = {string_number(w, record->id),
		                                               string_number(w, record->tag),
		                                               record->loc, record->fields.count};

		put_row(w->out, (uint32_t)record->is_union | (uint32_t)record->is_complete << 1,
		        members, SG_SGO_RECORD_WORDS);
		for (uint32_t k = 0; k < record->fields.count; k++) {
			const struct sg_field *field = &record->fields.items[k];
			const uint32_t of_field[SG_SGO_FIELD_WORDS] = {
				string_number(w, field->name), field->type, field->loc};

			put_row(w->out, field->is_bitfield, of_field, SG_SGO_FIELD_WORDS);
		}
	}
}

static void write_symbols(struct writer *w)
{
	for (uint32_t i = 0; i < w->unit->symbols.count; i++) {
		const struct sg_symbol *symbol = &w->unit->symbols.items[i];
		const uint32_t members[SG_SGO_SYMBOL_WORDS] = {
			symbol->kind, symbol->linkage, string_number(w, symbol->name),
			symbol->type, symbol->loc,     symbol->params.count};

		put_row(w->out,
		        (uint32_t)symbol->is_defined | (uint32_t)symbol->is_noreturn << 1 |
		                (uint32_t)symbol->is_exported << 2,
		        members, SG_SGO_SYMBOL_WORDS);
		for (uint32_t k = 0; k < symbol->params.count; k++)
			put_word(w->out, symbol->params.items[k]);
	}
}

static void write_constants(struct writer *w)
{
	for (uint32_t i = 0; i < w->unit->ints.count; i++) {
		put_word(w->out, (uint32_t)w->unit->ints.items[i]);
		put_word(w->out, (uint32_t)((uint64_t)w->unit->ints.items[i] >> 32));
	}
	for (uint32_t i = 0; i < w->unit->strings.count; i++)
		put_word(w->out, string_number(w, w->unit->strings.items[i]));
}

static void write_inst(struct writer *w, const struct sg_function *f, const struct sg_inst *inst)
{
	const uint32_t members[SG_SGO_INST_WORDS] = {
		inst->flags,
		inst->loc,
		inst->type,
		inst->op0,
		inst->op1,
		inst->record,
		inst->op == SG_OP_UNKNOWN ? string_number(w, inst->name) : inst->sub,
		inst->field,
		inst->target[0],
		inst->target[1],
		inst->extra_count};

	put_row(w->out, inst->op, members, SG_SGO_INST_WORDS);
	for (uint32_t i = 0; i < inst->extra_count; i++)
		put_word(w->out, f->extra.items[inst->extra + i]);
}

static void write_function_row(struct writer *w, const struct sg_function *f)
{
	uint32_t members[SG_SGO_FUNCTION_WORDS] = {
		f->symbol,       f->loc,         f->return_type,  f->param_count,
		f->locals.count, f->insts.count, f->blocks.count, 0};

	/* Operands that no instruction uses are not written, so not counted. */
	for (uint32_t i = 0; i < f->insts.count; i++)
		members[SG_SGO_FUNCTION_WORDS - 1] += f->insts.items[i].extra_count;
	put_row(w->out,
	        (uint32_t)f->is_variadic | (uint32_t)f->is_in_header << 1 |
	                (uint32_t)f->is_address_taken << 2 | (uint32_t)f->is_initialiser << 3,
	        members, SG_SGO_FUNCTION_WORDS);
}

static void write_function(struct writer *w, const struct sg_function *f)
{
	write_function_row(w, f);
	for (uint32_t i = 0; i < f->locals.count; i++) {
		const struct sg_local *local = &f->locals.items[i];
		const uint32_t members[SG_SGO_LOCAL_WORDS] = {string_number(w, local->name),
		                                              local->type, local->loc};

		put_row(w->out, 0, members, SG_SGO_LOCAL_WORDS);
	}
	for (uint32_t i = 0; i < f->insts.count; i++)
		write_inst(w, f, &f->insts.items[i]);
}

static void write_unit(struct writer *w)
{
	const struct sg_unit *unit = w->unit;
	const uint32_t members[SG_SGO_UNIT_WORDS] = {string_number(w, unit->object),
	                                             string_number(w, unit->source),
	                                             string_number(w, unit->module),
	                                             string_number(w, unit->root),
	                                             unit->locs.count - 1,
	                                             unit->types.count - 1,
	                                             unit->records.count,
	                                             unit->symbols.count,
	                                             unit->ints.count,
	                                             unit->strings.count,
	                                             unit->functions.count};

	put_row(w->out, unit->is_degraded, members, SG_SGO_UNIT_WORDS);
	write_locs(w);
	write_types(w);
	write_records(w);
	write_symbols(w);
	write_constants(w);
	for (uint32_t i = 0; i < unit->functions.count; i++)
		write_function(w, &unit->functions.items[i]);
}

/* Number 0 is "" and not in the table. */
static void put_strings(const struct writer *w, struct sg_buf *out)
{
	struct sg_buf texts;

	sg_buf_init(&texts);
	put_word(out, w->strings.count - 1);
	for (uint32_t i = 1; i < w->strings.count; i++) {
		const char *text = sg_text(w->unit, w->strings.items[i]);
		size_t length = strlen(text);

		put_word(out, (uint32_t)length);
		sg_buf_add(&texts, text, length);
	}
	put_bytes(out, texts.data, texts.length);
	sg_buf_release(&texts);
}

static void put_header(struct sg_buf *out, size_t start)
{
	unsigned char *header = (unsigned char *)out->data + start;
	size_t size = out->length - start;
	uint32_t version = htole32(SG_IR_VERSION), words = htole32((uint32_t)(size / 4));
	XXH128_canonical_t checksum;

	if (size / 4 > UINT32_MAX)
		sg_bug("a unit of %zu bytes", size);
	XXH128_canonicalFromHash(
		&checksum, XXH3_128bits(header + SG_SGO_HEADER_SIZE, size - SG_SGO_HEADER_SIZE));
	memcpy(header, SG_SGO_MAGIC, SG_SGO_VERSION_AT);
	memcpy(header + SG_SGO_VERSION_AT, &version, sizeof(version));
	memcpy(header + SG_SGO_SIZE_AT, &words, sizeof(words));
	memcpy(header + SG_SGO_CHECKSUM_AT, &checksum, sizeof(checksum));
}

void sg_ir_write(const struct sg_unit *unit, const char *key, struct sg_buf *out)
{
	static const unsigned char empty_header[SG_SGO_HEADER_SIZE];
	size_t start = out->length, key_length = strlen(key);
	struct sg_buf body;
	struct writer w = {.unit = unit, .out = &body, .scratch = sg_arena_new("IR writer")};

	if (key_length > SG_SGO_KEY_MAX)
		sg_bug("the key of a unit has %zu bytes", key_length);
	w.string_numbers = SG_NEW_ARRAY(w.scratch, uint32_t, sg_intern_count(unit->intern));
	string_number(&w, 0);
	/* The body comes first, into a buffer: it finds out which strings matter. */
	sg_buf_init(&body);
	write_unit(&w);
	sg_buf_add(out, empty_header, sizeof(empty_header));
	put_word(out, (uint32_t)key_length);
	put_bytes(out, key, key_length);
	put_strings(&w, out);
	sg_buf_add(out, body.data, body.length);
	put_header(out, start);
	sg_buf_release(&body);
	sg_arena_free(w.scratch);
}
