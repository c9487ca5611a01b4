/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Builds a unit.  A body is collected in the order the front end makes it and
 * laid out when it ends: blocks in reverse post-order, without those that
 * nothing reaches.
 */
#include "core/ir_build.h"

#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "core/ir_cfg.h"

#define NO_INST UINT32_MAX

/* A block under construction. */
struct open_block {
	uint32_t terminator; /* instruction, or NO_INST */
	uint32_t count;
};

struct sg_builder {
	struct sg_unit *unit;
	struct sg_map locs; /* hash of the location -> index */
	struct sg_map types;
	struct sg_map ints;
	struct sg_map strings;
	struct sg_map records; /* id -> index */
	struct sg_map symbols; /* kind and name -> index */
	SG_VEC(uint8_t) type_depths;
	/*
	 * The current body.  insts, extra, blocks and inst_blocks keep their
	 * storage from function to function; what the unit gets is a copy.
	 */
	struct sg_function function;
	bool is_in_function;
	uint32_t block;
	SG_VEC(struct open_block) blocks;
	SG_VEC(uint32_t) inst_blocks; /* block of each instruction */
};

struct sg_builder *sg_builder_new(struct sg_unit *unit)
{
	struct sg_builder *b = SG_NEW(unit->arena, struct sg_builder);

	b->unit = unit;
	sg_map_init(&b->locs, unit->arena);
	sg_map_init(&b->types, unit->arena);
	sg_map_init(&b->ints, unit->arena);
	sg_map_init(&b->strings, unit->arena);
	sg_map_init(&b->records, unit->arena);
	sg_map_init(&b->symbols, unit->arena);
	sg_vec_push(&b->type_depths, unit->arena, 1);
	return b;
}

struct sg_unit *sg_builder_unit(struct sg_builder *b)
{
	return b->unit;
}

sg_str sg_build_str(struct sg_builder *b, const char *text)
{
	return sg_intern(b->unit->intern, text);
}

sg_loc sg_build_loc(struct sg_builder *b, const struct sg_location *location)
{
	struct sg_location normal = *location;
	uint64_t key, index;

	if (!normal.file)
		return 0;
	if (!normal.spelling_file) {
		normal.spelling_line = 0;
		normal.spelling_column = 0;
	}
	/* Two locations of one hash: the second takes the next free key. */
	for (key = sg_hash_bytes(&normal, sizeof(normal)); sg_map_get(&b->locs, key, &index);
	     key++) {
		if (!memcmp(&b->unit->locs.items[index], &normal, sizeof(normal)))
			return (sg_loc)index;
	}
	sg_map_put(&b->locs, key, b->unit->locs.count);
	sg_vec_push(&b->unit->locs, b->unit->arena, normal);
	return b->unit->locs.count - 1;
}

static bool types_equal(const struct sg_type_info *a, const struct sg_type_info *b)
{
	return a->kind == b->kind && a->quals == b->quals && a->inner == b->inner &&
	       a->record == b->record && a->size == b->size;
}

sg_type sg_build_type(struct sg_builder *b, const struct sg_type_info *info)
{
	struct sg_type_info normal = sg_type_normal(info);
	uint64_t key, index;

	if (normal.inner && b->type_depths.items[normal.inner] >= SG_TYPE_DEPTH_MAX)
		normal = (struct sg_type_info){.kind = SG_TYPE_OTHER, .quals = normal.quals};
	if (normal.kind == SG_TYPE_VOID && !normal.quals)
		return 0;
	key = sg_hash_u64(normal.size ^ (uint64_t)normal.inner << 32) ^
	      sg_hash_u64((uint64_t)normal.record << 32 | normal.quals << 8 | normal.kind);
	for (; sg_map_get(&b->types, key, &index); key++) {
		if (types_equal(&b->unit->types.items[index], &normal))
			return (sg_type)index;
	}
	sg_map_put(&b->types, key, b->unit->types.count);
	sg_vec_push(&b->unit->types, b->unit->arena, normal);
	sg_vec_push(&b->type_depths, b->unit->arena,
	            (uint8_t)(b->type_depths.items[normal.inner] + 1));
	return b->unit->types.count - 1;
}

sg_ref sg_build_int(struct sg_builder *b, int64_t value)
{
	uint64_t index = b->unit->ints.count;

	if (!sg_map_get(&b->ints, (uint64_t)value, &index)) {
		sg_map_put(&b->ints, (uint64_t)value, index);
		sg_vec_push(&b->unit->ints, b->unit->arena, value);
	}
	return sg_ref_make(SG_REF_INT, (uint32_t)index);
}

sg_ref sg_build_string(struct sg_builder *b, const char *text)
{
	sg_str str = sg_build_str(b, text);
	uint64_t index = b->unit->strings.count;

	if (!sg_map_get(&b->strings, str, &index)) {
		sg_map_put(&b->strings, str, index);
		sg_vec_push(&b->unit->strings, b->unit->arena, str);
	}
	return sg_ref_make(SG_REF_STRING, (uint32_t)index);
}

uint32_t sg_build_record(struct sg_builder *b, const char *id, const char *tag, bool is_union)
{
	sg_str id_str = sg_build_str(b, id);
	uint64_t index = b->unit->records.count;
	struct sg_record record = {.id = id_str, .tag = sg_build_str(b, tag), .is_union = is_union};

	if (!sg_map_get(&b->records, id_str, &index)) {
		sg_map_put(&b->records, id_str, index);
		sg_vec_push(&b->unit->records, b->unit->arena, record);
	}
	return (uint32_t)index;
}

void sg_build_record_complete(struct sg_builder *b, uint32_t record, sg_loc loc)
{
	b->unit->records.items[record].is_complete = true;
	b->unit->records.items[record].loc = loc;
}

uint32_t sg_build_field(struct sg_builder *b, uint32_t record, const struct sg_field *field)
{
	struct sg_record *to = &b->unit->records.items[record];

	sg_vec_push(&to->fields, b->unit->arena, *field);
	return to->fields.count - 1;
}

uint32_t sg_build_symbol(struct sg_builder *b, enum sg_symbol_kind kind, enum sg_linkage linkage,
                         const char *name, sg_type type, sg_loc loc)
{
	sg_str name_str = sg_build_str(b, name);
	uint64_t key = (uint64_t)kind << 32 | name_str;
	uint64_t index = b->unit->symbols.count;
	struct sg_symbol symbol = {
		.kind = kind, .linkage = linkage, .name = name_str, .type = type, .loc = loc};

	if (!sg_map_get(&b->symbols, key, &index)) {
		sg_map_put(&b->symbols, key, index);
		sg_vec_push(&b->unit->symbols, b->unit->arena, symbol);
	}
	return (uint32_t)index;
}

struct sg_symbol *sg_builder_symbol(struct sg_builder *b, uint32_t symbol)
{
	return &b->unit->symbols.items[symbol];
}

void sg_build_symbol_param(struct sg_builder *b, uint32_t symbol, sg_type type)
{
	sg_vec_push(&b->unit->symbols.items[symbol].params, b->unit->arena, type);
}

void sg_build_function_begin(struct sg_builder *b, uint32_t symbol, sg_loc loc, sg_type return_type,
                             bool is_in_header, bool is_variadic)
{
	struct sg_function *f = &b->function;
	struct sg_function empty = {.symbol = symbol,
	                            .loc = loc,
	                            .return_type = return_type,
	                            .is_in_header = is_in_header,
	                            .is_variadic = is_variadic,
	                            .insts = f->insts,
	                            .extra = f->extra};

	if (b->is_in_function)
		sg_bug("function bodies do not nest");
	*f = empty;
	f->insts.count = 0;
	f->extra.count = 0;
	b->blocks.count = 0;
	b->inst_blocks.count = 0;
	b->is_in_function = true;
	sg_build_block_at(b, sg_build_block(b));
}

struct sg_function *sg_builder_function(struct sg_builder *b)
{
	return &b->function;
}

sg_ref sg_build_local(struct sg_builder *b, const char *name, sg_type type, sg_loc loc)
{
	struct sg_local local = {.name = sg_build_str(b, name), .type = type, .loc = loc};

	sg_vec_push(&b->function.locals, b->unit->arena, local);
	return sg_ref_make(SG_REF_LOCAL, b->function.locals.count - 1);
}

uint32_t sg_build_param(struct sg_builder *b, const char *name, sg_type type, sg_loc loc)
{
	struct sg_function *f = &b->function;
	uint32_t index = sg_ref_index(sg_build_local(b, name, type, loc));

	if (index != f->param_count)
		sg_bug("parameter '%s' after a local variable", name);
	f->locals.items[index].is_param = true;
	f->param_count++;
	return index;
}

uint32_t sg_build_block(struct sg_builder *b)
{
	sg_vec_push(&b->blocks, b->unit->arena, (struct open_block){.terminator = NO_INST});
	return b->blocks.count - 1;
}

void sg_build_block_at(struct sg_builder *b, uint32_t block)
{
	b->block = block;
}

uint32_t sg_builder_block(struct sg_builder *b)
{
	return b->block;
}

bool sg_builder_is_terminated(struct sg_builder *b)
{
	return b->blocks.items[b->block].terminator != NO_INST;
}

static void check_flags(const struct sg_inst *inst)
{
	for (uint32_t rest = inst->flags; rest; rest &= rest - 1) {
		if (!sg_inst_flag_name(rest & -rest))
			sg_bug("instruction flag %#x has no name", rest & -rest);
	}
}

static void check_targets(const struct sg_builder *b, const struct sg_inst *inst,
                          const sg_ref *extra)
{
	bool is_goto = inst->op == SG_OP_GOTO, is_switch = inst->op == SG_OP_SWITCH;

	for (uint32_t i = 0; i < sg_op_target_count((enum sg_op)inst->op); i++) {
		if (inst->target[i] >= b->blocks.count)
			sg_bug("jump to block %u of %u", inst->target[i], b->blocks.count);
	}
	if (is_switch && inst->extra_count % 3 != 1)
		sg_bug("switch with %u operands", inst->extra_count);
	for (uint32_t i = 0; i < inst->extra_count; i++) {
		if (!is_goto && !(is_switch && i && i % 3 == 0))
			continue;
		if (sg_ref_kind(extra[i]) != SG_REF_BLOCK ||
		    sg_ref_index(extra[i]) >= b->blocks.count)
			sg_bug("operand %u of '%s' is no block", i,
			       sg_op_name((enum sg_op)inst->op));
	}
}

sg_ref sg_build_inst(struct sg_builder *b, const struct sg_inst *inst, const sg_ref *extra,
                     uint32_t extra_count)
{
	struct sg_function *f = &b->function;
	struct sg_arena *arena = b->unit->arena;
	struct open_block *block = &b->blocks.items[b->block];
	enum sg_op op = (enum sg_op)inst->op;
	struct sg_inst added = *inst;

	if (block->terminator != NO_INST)
		return sg_op_has_result(op) ? sg_build_int(b, 0) : SG_REF_NIL;
	added.extra = f->extra.count;
	added.extra_count = extra_count;
	added = sg_inst_normal(&added);
	check_flags(&added);
	check_targets(b, &added, extra);
	for (uint32_t i = 0; i < added.extra_count; i++)
		sg_vec_push(&f->extra, arena, extra[i]);
	sg_vec_push(&f->insts, arena, added);
	sg_vec_push(&b->inst_blocks, arena, b->block);
	block->count++;
	if (sg_op_is_terminator(op))
		block->terminator = f->insts.count - 1;
	return sg_op_has_result(op) ? sg_ref_make(SG_REF_INST, f->insts.count - 1) : SG_REF_NIL;
}

/* Where everything of the finished body goes. */
struct layout {
	struct sg_cfg cfg;
	uint32_t *inst_numbers; /* old number -> new number, or NO_INST */
	sg_ref zero;
};

static sg_ref renumber(const struct layout *layout, sg_ref ref)
{
	uint32_t index;

	if (sg_ref_kind(ref) == SG_REF_INST)
		index = layout->inst_numbers[sg_ref_index(ref)];
	else if (sg_ref_kind(ref) == SG_REF_BLOCK)
		index = layout->cfg.position[sg_ref_index(ref)];
	else
		return ref;
	/* What a dropped block defined, or its address, is known to nobody. */
	return index == UINT32_MAX ? layout->zero : sg_ref_make(sg_ref_kind(ref), index);
}

/* Blocks without terminator end in STOP; the terminator of each block. */
static uint32_t *close_blocks(struct sg_builder *b, struct sg_arena *scratch)
{
	uint32_t *terminators = SG_NEW_ARRAY(scratch, uint32_t, b->blocks.count);

	for (uint32_t i = 0; i < b->blocks.count; i++) {
		struct sg_inst stop = {.op = SG_OP_STOP};

		sg_build_block_at(b, i);
		sg_build_inst(b, &stop, NULL, 0);
		terminators[i] = b->blocks.items[i].terminator;
	}
	return terminators;
}

/* Sets the blocks of 'out' and numbers the instructions that stay. */
static uint32_t lay_out_blocks(const struct sg_builder *b, struct layout *layout,
                               struct sg_function *out, struct sg_arena *scratch)
{
	struct sg_arena *arena = b->unit->arena;
	uint32_t *next = SG_NEW_ARRAY(scratch, uint32_t, layout->cfg.count);
	uint32_t total = 0;

	out->blocks.items = SG_NEW_ARRAY(arena, struct sg_block, layout->cfg.count);
	out->blocks.count = out->blocks.capacity = layout->cfg.count;
	for (uint32_t i = 0; i < layout->cfg.count; i++) {
		uint32_t count = b->blocks.items[layout->cfg.order[i]].count;

		out->blocks.items[i] = (struct sg_block){.first = total, .count = count};
		next[i] = total;
		total += count;
	}
	layout->inst_numbers = SG_NEW_ARRAY(scratch, uint32_t, b->function.insts.count);
	for (uint32_t i = 0; i < b->function.insts.count; i++) {
		uint32_t position = layout->cfg.position[b->inst_blocks.items[i]];

		layout->inst_numbers[i] =
			position == SG_CFG_UNREACHABLE ? NO_INST : next[position]++;
	}
	return total;
}

/* Moves one instruction to its place in 'out'. */
static void place_inst(const struct sg_builder *b, const struct layout *layout,
                       struct sg_function *out, uint32_t old)
{
	const struct sg_inst *from = &b->function.insts.items[old];
	struct sg_inst *to = &out->insts.items[layout->inst_numbers[old]];

	*to = *from;
	to->op0 = renumber(layout, from->op0);
	to->op1 = renumber(layout, from->op1);
	for (uint32_t i = 0; i < sg_op_target_count((enum sg_op)from->op); i++)
		to->target[i] = layout->cfg.position[from->target[i]];
	for (uint32_t i = 0; i < from->extra_count; i++)
		out->extra.items[from->extra + i] =
			renumber(layout, b->function.extra.items[from->extra + i]);
}

void sg_build_function_end(struct sg_builder *b)
{
	struct sg_unit *unit = b->unit;
	struct sg_symbol *symbol = &unit->symbols.items[b->function.symbol];
	struct sg_arena *scratch;
	struct layout layout;
	struct sg_function out;
	uint32_t *terminators;

	b->is_in_function = false;
	if (symbol->function)
		return; /* a second body is an error of the source: the first counts */
	scratch = sg_arena_new("function layout");
	layout.zero = sg_build_int(b, 0);
	terminators = close_blocks(b, scratch);
	sg_cfg_init(&layout.cfg, scratch, &b->function, terminators, b->blocks.count);
	out = b->function;
	out.insts.count = out.insts.capacity = lay_out_blocks(b, &layout, &out, scratch);
	out.insts.items = SG_NEW_ARRAY(unit->arena, struct sg_inst, out.insts.count);
	out.extra.capacity = out.extra.count;
	out.extra.items = SG_NEW_ARRAY(unit->arena, sg_ref, out.extra.count);
	for (uint32_t i = 0; i < b->function.insts.count; i++) {
		if (layout.inst_numbers[i] != NO_INST)
			place_inst(b, &layout, &out, i);
	}
	sg_arena_free(scratch);
	sg_vec_push(&unit->functions, unit->arena, out);
	symbol->function = unit->functions.count;
	symbol->is_defined = true;
}
