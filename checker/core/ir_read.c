/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The reader of the binary form.  It checks every count against what the file
 * still has, and every index that it follows itself; the verifier judges the
 * rest.
 */
#include "core/ir_binary.h"

#include <endian.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "core/ir_binary_layout.h"
#include "core/ir_verify.h"

struct reader {
	const unsigned char *at;
	size_t left; /* words */
	struct sg_unit *unit;
	/* Set once and looked at after each table: a bad file reads as zeroes. */
	bool is_bad;
	sg_str *strings; /* number -> intern id */
	uint32_t string_count;
};

static uint32_t load_word(const unsigned char *at)
{
	uint32_t word;

	memcpy(&word, at, sizeof(word));
	return le32toh(word);
}

static uint32_t get_word(struct reader *r)
{
	uint32_t word;

	if (!r->left) {
		r->is_bad = true;
		return 0;
	}
	word = load_word(r->at);
	r->at += sizeof(word);
	r->left--;
	return word;
}

/* The bytes that put_bytes() wrote, in place; NULL when they are not all there. */
static const char *get_bytes(struct reader *r, uint64_t size)
{
	const unsigned char *bytes = r->at;
	uint64_t words = size / 4 + (size % 4 != 0);

	if (words > r->left) {
		r->is_bad = true;
		return NULL;
	}
	for (uint64_t i = size; i < words * 4; i++)
		r->is_bad |= bytes[i] != 0;
	r->at += words * 4;
	r->left -= (size_t)words;
	return (const char *)bytes;
}

/* The members go to 'members', the tag comes back. */
static uint32_t get_row(struct reader *r, uint32_t *members, uint32_t count)
{
	uint32_t head = get_word(r);
	uint32_t mask = head >> 8, used = (uint32_t)__builtin_popcount(mask);

	memset(members, 0, count * sizeof(*members));
	if (mask >> count || used > r->left) {
		r->is_bad = true;
		return 0;
	}
	for (uint32_t rest = mask; rest; rest &= rest - 1) {
		uint32_t member = load_word(r->at);

		/* A zero has no place in a row: equal units have equal bytes. */
		r->is_bad |= !member;
		members[__builtin_ctz(rest)] = member;
		r->at += sizeof(member);
	}
	r->left -= used;
	return head & 0xff;
}

/* The same for a row whose tag is made of 'bits' bits. */
static uint32_t get_bit_row(struct reader *r, uint32_t *members, uint32_t count, uint32_t bits)
{
	uint32_t tag = get_row(r, members, count);

	r->is_bad |= tag >> bits != 0;
	return tag;
}

/* A table of 'count' elements of at least a word each: is there room for them? */
static bool has_words(struct reader *r, uint64_t count)
{
	r->is_bad |= count > r->left;
	return !r->is_bad;
}

static sg_str get_string(struct reader *r, uint32_t number)
{
	if (number >= r->string_count) {
		r->is_bad = true;
		return 0;
	}
	return r->strings[number];
}

static bool read_strings(struct reader *r, struct sg_arena *scratch)
{
	uint32_t count = get_word(r);
	const unsigned char *lengths = r->at;
	const char *texts;
	uint64_t total = 0;

	if (!has_words(r, count) || count == UINT32_MAX)
		return false;
	for (uint32_t i = 0; i < count; i++)
		total += get_word(r);
	texts = get_bytes(r, total);
	if (!texts)
		return false;
	r->strings = SG_NEW_ARRAY(scratch, sg_str, count + 1);
	r->string_count = count + 1;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t length = load_word(lengths + i * sizeof(length));

		/* No text has a NUL inside, and only number 0 is empty. */
		r->is_bad |= !length || memchr(texts, 0, length);
		r->strings[i + 1] = sg_intern_n(r->unit->intern, texts, length);
		texts += length;
	}
	return !r->is_bad;
}

/* SG_VEC of 'count' zeroed elements. */
#define ALLOCATE_TABLE(vec, arena, number)                                                 \
	((vec)->items = sg_arena_alloc((arena), sizeof(*(vec)->items) * (size_t)(number)), \
	 (vec)->count = (vec)->capacity = (number))

/* 'count' more than the unknown location, which every unit has. */
static bool read_locs(struct reader *r, uint32_t count)
{
	struct sg_unit *unit = r->unit;

	if (!has_words(r, count))
		return false;
	ALLOCATE_TABLE(&unit->locs, unit->arena, count + 1);
	for (uint32_t i = 1; i <= count; i++) {
		uint32_t members[SG_SGO_LOC_WORDS];

		get_bit_row(r, members, SG_SGO_LOC_WORDS, 0);
		unit->locs.items[i] = (struct sg_location){
			.file = get_string(r, members[0]),
			.line = members[1],
			.column = members[2],
			.spelling_file = get_string(r, members[3]),
			.spelling_line = members[4],
			.spelling_column = members[5],
			.macro = get_string(r, members[6]),
		};
	}
	return !r->is_bad;
}

static bool read_types(struct reader *r, uint32_t count)
{
	struct sg_unit *unit = r->unit;

	if (!has_words(r, count))
		return false;
	ALLOCATE_TABLE(&unit->types, unit->arena, count + 1);
	for (uint32_t i = 1; i <= count; i++) {
		uint32_t members[SG_SGO_TYPE_WORDS];
		uint32_t kind = get_row(r, members, SG_SGO_TYPE_WORDS);

		unit->types.items[i] = (struct sg_type_info){
			.kind = (enum sg_type_kind)kind,
			.quals = members[0],
			.inner = members[1],
			.record = members[2],
			.size = (uint64_t)members[4] << 32 | members[3],
		};
	}
	return !r->is_bad;
}

static bool read_fields(struct reader *r, struct sg_record *record, uint32_t count)
{
	if (!has_words(r, count))
		return false;
	ALLOCATE_TABLE(&record->fields, r->unit->arena, count);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t members[SG_SGO_FIELD_WORDS];
		uint32_t bits = get_bit_row(r, members, SG_SGO_FIELD_WORDS, 1);

		record->fields.items[i] = (struct sg_field){
			.name = get_string(r, members[0]),
			.type = members[1],
			.loc = members[2],
			.is_bitfield = bits & 1,
		};
	}
	return !r->is_bad;
}

static bool read_records(struct reader *r, uint32_t count)
{
	struct sg_unit *unit = r->unit;

	if (!has_words(r, count))
		return false;
	ALLOCATE_TABLE(&unit->records, unit->arena, count);
	for (uint32_t i = 0; i < count; i++) {
		struct sg_record *record = &unit->records.items[i];
		uint32_t members[SG_SGO_RECORD_WORDS];
		uint32_t bits = get_bit_row(r, members, SG_SGO_RECORD_WORDS, 2);

		record->id = get_string(r, members[0]);
		record->tag = get_string(r, members[1]);
		record->loc = members[2];
		record->is_union = bits & 1;
		record->is_complete = bits & 2;
		if (!read_fields(r, record, members[3]))
			return false;
	}
	return true;
}

static bool read_symbols(struct reader *r, uint32_t count)
{
	struct sg_unit *unit = r->unit;

	if (!has_words(r, count))
		return false;
	ALLOCATE_TABLE(&unit->symbols, unit->arena, count);
	for (uint32_t i = 0; i < count; i++) {
		struct sg_symbol *symbol = &unit->symbols.items[i];
		uint32_t members[SG_SGO_SYMBOL_WORDS];
		uint32_t bits = get_bit_row(r, members, SG_SGO_SYMBOL_WORDS, 3);

		symbol->kind = (enum sg_symbol_kind)members[0];
		symbol->linkage = (enum sg_linkage)members[1];
		symbol->name = get_string(r, members[2]);
		symbol->type = members[3];
		symbol->loc = members[4];
		symbol->is_defined = bits & 1;
		symbol->is_noreturn = bits & 2;
		symbol->is_exported = bits & 4;
		if (!has_words(r, members[5]))
			return false;
		ALLOCATE_TABLE(&symbol->params, unit->arena, members[5]);
		for (uint32_t k = 0; k < members[5]; k++)
			symbol->params.items[k] = get_word(r);
	}
	return !r->is_bad;
}

static bool read_constants(struct reader *r, uint32_t int_count, uint32_t string_count)
{
	struct sg_unit *unit = r->unit;

	if (!has_words(r, 2 * (uint64_t)int_count + string_count))
		return false;
	ALLOCATE_TABLE(&unit->ints, unit->arena, int_count);
	for (uint32_t i = 0; i < int_count; i++) {
		uint64_t low = get_word(r), high = get_word(r);

		unit->ints.items[i] = (int64_t)(high << 32 | low);
	}
	ALLOCATE_TABLE(&unit->strings, unit->arena, string_count);
	for (uint32_t i = 0; i < string_count; i++)
		unit->strings.items[i] = get_string(r, get_word(r));
	return !r->is_bad;
}

static bool read_locals(struct reader *r, struct sg_function *f)
{
	for (uint32_t i = 0; i < f->locals.count; i++) {
		uint32_t members[SG_SGO_LOCAL_WORDS];

		get_bit_row(r, members, SG_SGO_LOCAL_WORDS, 0);
		f->locals.items[i] = (struct sg_local){
			.name = get_string(r, members[0]),
			.type = members[1],
			.loc = members[2],
			.is_param = i < f->param_count,
		};
	}
	return !r->is_bad;
}

/* One instruction; its operand list goes to the function's from '*extra' on. */
static bool read_inst(struct reader *r, struct sg_function *f, struct sg_inst *inst,
                      uint32_t *extra)
{
	uint32_t members[SG_SGO_INST_WORDS];
	uint32_t op = get_row(r, members, SG_SGO_INST_WORDS);
	bool is_unknown = op == SG_OP_UNKNOWN;
	uint32_t count = members[10];

	if (r->is_bad || op >= SG_OP_COUNT || (!is_unknown && members[6] > UINT8_MAX) ||
	    count > f->extra.count - *extra || count > r->left)
		return false;
	*inst = (struct sg_inst){
		.op = (uint8_t)op,
		.sub = is_unknown ? 0 : (uint8_t)members[6],
		.flags = members[0],
		.loc = members[1],
		.type = members[2],
		.op0 = members[3],
		.op1 = members[4],
		.record = members[5],
		.field = members[7],
		.name = is_unknown ? get_string(r, members[6]) : 0,
		.target = {members[8], members[9]},
		.extra = count ? *extra : 0,
		.extra_count = count,
	};
	for (uint32_t i = 0; i < count; i++)
		f->extra.items[(*extra)++] = get_word(r);
	return true;
}

/* Blocks are not in the file: a terminator ends one. */
static bool read_insts(struct reader *r, struct sg_function *f)
{
	uint32_t extra = 0, block = 0;

	for (uint32_t i = 0; i < f->insts.count; i++) {
		if (block == f->blocks.count || !read_inst(r, f, &f->insts.items[i], &extra))
			return false;
		f->blocks.items[block].count++;
		if (!sg_op_is_terminator((enum sg_op)f->insts.items[i].op))
			continue;
		if (++block < f->blocks.count)
			f->blocks.items[block].first = i + 1;
	}
	return extra == f->extra.count && block == f->blocks.count && !r->is_bad;
}

static bool read_function(struct reader *r, uint32_t index)
{
	struct sg_unit *unit = r->unit;
	struct sg_function *f = &unit->functions.items[index];
	uint32_t members[SG_SGO_FUNCTION_WORDS];
	uint32_t bits = get_bit_row(r, members, SG_SGO_FUNCTION_WORDS, 4);
	uint32_t locals = members[4], insts = members[5], blocks = members[6], extra = members[7];

	if (!has_words(r, (uint64_t)locals + insts + extra) || blocks > insts ||
	    members[0] >= unit->symbols.count || unit->symbols.items[members[0]].function)
		return false;
	unit->symbols.items[members[0]].function = index + 1;
	f->symbol = members[0];
	f->loc = members[1];
	f->return_type = members[2];
	f->param_count = members[3];
	f->is_variadic = bits & 1;
	f->is_in_header = bits & 2;
	f->is_address_taken = bits & 4;
	f->is_initialiser = bits & 8;
	ALLOCATE_TABLE(&f->locals, unit->arena, locals);
	ALLOCATE_TABLE(&f->insts, unit->arena, insts);
	ALLOCATE_TABLE(&f->blocks, unit->arena, blocks);
	ALLOCATE_TABLE(&f->extra, unit->arena, extra);
	return read_locals(r, f) && read_insts(r, f);
}

static bool read_functions(struct reader *r, uint32_t count)
{
	if (!has_words(r, count))
		return false;
	ALLOCATE_TABLE(&r->unit->functions, r->unit->arena, count);
	for (uint32_t i = 0; i < count; i++) {
		if (!read_function(r, i))
			return false;
	}
	return true;
}

static bool read_key(struct reader *r, char key_out[256])
{
	uint32_t length = get_word(r);
	const char *key;

	if (length > SG_SGO_KEY_MAX)
		return false;
	key = get_bytes(r, length);
	if (!key || memchr(key, 0, length))
		return false;
	memcpy(key_out, key, length);
	key_out[length] = '\0';
	return true;
}

static bool read_unit(struct reader *r)
{
	struct sg_unit *unit = r->unit;
	uint32_t members[SG_SGO_UNIT_WORDS];

	unit->is_degraded = get_bit_row(r, members, SG_SGO_UNIT_WORDS, 1);
	unit->object = get_string(r, members[0]);
	unit->source = get_string(r, members[1]);
	unit->module = get_string(r, members[2]);
	unit->root = get_string(r, members[3]);
	return read_locs(r, members[4]) && read_types(r, members[5]) &&
	       read_records(r, members[6]) && read_symbols(r, members[7]) &&
	       read_constants(r, members[8], members[9]) && read_functions(r, members[10]) &&
	       !r->is_bad && !r->left;
}

/* The message for a file that is not what its header says, NULL: it is. */
static const char *check_header(const unsigned char *data, size_t size)
{
	XXH128_canonical_t checksum;

	if (size < SG_SGO_HEADER_SIZE || memcmp(data, SG_SGO_MAGIC, SG_SGO_VERSION_AT) != 0)
		return "no .sgo file";
	if (load_word(data + SG_SGO_VERSION_AT) != SG_IR_VERSION)
		return "made by another version of sglint";
	if (size / 4 < load_word(data + SG_SGO_SIZE_AT))
		return "truncated";
	if (size % 4 || size / 4 > load_word(data + SG_SGO_SIZE_AT))
		return "damaged: it is longer than it says";
	XXH128_canonicalFromHash(
		&checksum, XXH3_128bits(data + SG_SGO_HEADER_SIZE, size - SG_SGO_HEADER_SIZE));
	if (memcmp(data + SG_SGO_CHECKSUM_AT, &checksum, sizeof(checksum)) != 0)
		return "damaged: the checksum is wrong";
	return NULL;
}

struct sg_unit *sg_ir_read(struct sg_arena *arena, struct sg_intern *intern, const void *data,
                           size_t size, const char *file_name, char key_out[256],
                           struct sg_error *error)
{
	const char *problem = check_header(data, size);
	struct sg_arena *scratch;
	struct sg_error violation;
	struct reader r;
	bool is_read;

	if (problem) {
		sg_error_set(error, file_name, 0, 0, "%s", problem);
		return NULL;
	}
	scratch = sg_arena_new("IR reader");
	r = (struct reader){.at = (const unsigned char *)data + SG_SGO_HEADER_SIZE,
	                    .left = (size - SG_SGO_HEADER_SIZE) / 4,
	                    .unit = sg_unit_new(arena, intern)};
	is_read = read_key(&r, key_out) && read_strings(&r, scratch) && read_unit(&r);
	sg_arena_free(scratch);
	if (!is_read) {
		sg_error_set(error, file_name, 0, 0, "damaged: its tables do not fit together");
		return NULL;
	}
	if (!sg_ir_verify(r.unit, &violation)) {
		sg_error_set(error, file_name, 0, 0, "damaged: %s", violation.text);
		return NULL;
	}
	return r.unit;
}
