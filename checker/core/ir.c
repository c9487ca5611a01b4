/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names and properties of the IR's parts, and its normal form. */
#include "core/ir.h"

#include <stddef.h>

#include "base/error.h"

struct op_info {
	const char *name;
	int operands;
	bool has_result;
	bool is_terminator;
};

static const struct op_info ops[] = {
#define SG_OP(name, text, operands, result, terminator) {text, operands, result, terminator},
#include "core/ir_ops.def"
};

static const char *const linkage_names[] = {
	[SG_LINK_STATIC] = "static",
	[SG_LINK_EXTERN] = "extern",
	[SG_LINK_WEAK] = "weak",
	[SG_LINK_INLINE] = "inline",
};

static const char *const binop_names[] = {
	"add", "sub", "mul", "div", "rem", "and", "or", "xor",
	"shl", "shr", "eq",  "ne",  "lt",  "le",  "gt", "ge",
};

static const char *const unop_names[] = {"not", "neg", "compl"};

static const char *const asm_kind_names[] = {
	[SG_ASM_VALUE_IN] = "value-in",   [SG_ASM_MEM_IN] = "mem-in",
	[SG_ASM_MEM_OUT] = "mem-out",     [SG_ASM_MEM_INOUT] = "mem-inout",
	[SG_ASM_VALUE_OUT] = "value-out",
};

_Static_assert(sizeof(ops) / sizeof(*ops) == SG_OP_COUNT, "one row an op");
_Static_assert(sizeof(linkage_names) / sizeof(*linkage_names) == SG_LINK_COUNT,
               "one name a linkage");
_Static_assert(sizeof(binop_names) / sizeof(*binop_names) == SG_BIN_COUNT, "one name a binop");
_Static_assert(sizeof(unop_names) / sizeof(*unop_names) == SG_UN_COUNT, "one name an unop");
_Static_assert(sizeof(asm_kind_names) / sizeof(*asm_kind_names) == SG_ASM_KIND_COUNT,
               "one name an asm operand kind");

struct bit_name {
	uint32_t bit;
	const char *name;
};

static const struct bit_name flag_names[] = {
	{SG_CAST_IMPLICIT, "implicit"},       {SG_CAST_FORCE, "force"},
	{SG_CAST_DROPS_IOMEM, "drops-iomem"}, {SG_CAST_ADDS_IOMEM, "adds-iomem"},
	{SG_CAST_TO_INT, "to-int"},           {SG_CAST_FROM_INT, "from-int"},
	{SG_CAST_TRUNCATES, "truncates"},     {SG_ACCESS_VOLATILE, "volatile"},
	{SG_ACCESS_ATOMIC, "atomic"},         {SG_ACCESS_BITFIELD, "bitfield"},
	{SG_ACCESS_ARTEFACT, "artefact"},     {SG_CALL_CLEANUP, "cleanup"},
};

static const struct bit_name qualifier_names[] = {
	{SG_QUAL_IOMEM, "iomem"},       {SG_QUAL_USER, "user"},   {SG_QUAL_PERCPU, "percpu"},
	{SG_QUAL_RCU, "rcu"},           {SG_QUAL_FORCE, "force"}, {SG_QUAL_CONST, "const"},
	{SG_QUAL_VOLATILE, "volatile"},
};

static const char *find_bit(const struct bit_name *names, size_t count, uint32_t bit)
{
	for (size_t i = 0; i < count; i++) {
		if (names[i].bit == bit)
			return names[i].name;
	}
	return NULL;
}

const char *sg_inst_flag_name(uint32_t bit)
{
	return find_bit(flag_names, sizeof(flag_names) / sizeof(*flag_names), bit);
}

const char *sg_qualifier_name(uint32_t bit)
{
	return find_bit(qualifier_names, sizeof(qualifier_names) / sizeof(*qualifier_names), bit);
}

const char *sg_linkage_name(enum sg_linkage linkage)
{
	return linkage_names[linkage];
}

const char *sg_op_name(enum sg_op op)
{
	return ops[op].name;
}

const char *sg_binop_name(enum sg_binop op)
{
	return binop_names[op];
}

const char *sg_unop_name(enum sg_unop op)
{
	return unop_names[op];
}

const char *sg_asm_kind_name(enum sg_asm_kind kind)
{
	return asm_kind_names[kind];
}

bool sg_op_has_result(enum sg_op op)
{
	return ops[op].has_result;
}

bool sg_op_is_terminator(enum sg_op op)
{
	return ops[op].is_terminator;
}

int sg_op_operand_count(enum sg_op op)
{
	return ops[op].operands;
}

bool sg_op_has_type(enum sg_op op)
{
	return ops[op].has_result || op == SG_OP_STORE || op == SG_OP_COPY || op == SG_OP_ZERO;
}

uint32_t sg_op_target_count(enum sg_op op)
{
	switch (op) {
	case SG_OP_JUMP:
	case SG_OP_SWITCH:
		return 1;
	case SG_OP_BRANCH:
		return 2;
	default:
		return 0;
	}
}

struct sg_inst sg_inst_normal(const struct sg_inst *inst)
{
	enum sg_op op = (enum sg_op)inst->op;
	int operands = sg_op_operand_count(op);
	uint32_t targets = sg_op_target_count(op);
	bool has_field = op == SG_OP_FIELD || op == SG_OP_CONTAINER;
	struct sg_inst normal = {.op = inst->op, .flags = inst->flags, .loc = inst->loc};

	if (op == SG_OP_BIN || op == SG_OP_UN)
		normal.sub = inst->sub;
	if (sg_op_has_type(op))
		normal.type = inst->type;
	normal.op0 = operands >= 1 ? inst->op0 : SG_REF_NIL;
	normal.op1 = operands >= 2 ? inst->op1 : SG_REF_NIL;
	normal.record = has_field ? inst->record : 0;
	normal.field = has_field ? inst->field : 0;
	normal.name = op == SG_OP_UNKNOWN ? inst->name : 0;
	normal.target[0] = targets >= 1 ? inst->target[0] : 0;
	normal.target[1] = targets >= 2 ? inst->target[1] : 0;
	normal.extra_count = operands < 0 ? inst->extra_count : 0;
	normal.extra = normal.extra_count ? inst->extra : 0;
	return normal;
}

struct sg_type_info sg_type_normal(const struct sg_type_info *info)
{
	struct sg_type_info normal = {.kind = info->kind, .quals = info->quals};

	switch (info->kind) {
	case SG_TYPE_POINTER:
	case SG_TYPE_FUNCTION:
		normal.inner = info->inner;
		break;
	case SG_TYPE_ARRAY:
		normal.inner = info->inner;
		normal.size = info->size;
		break;
	case SG_TYPE_RECORD:
		normal.record = info->record;
		normal.size = info->size;
		break;
	case SG_TYPE_INT:
	case SG_TYPE_OTHER:
		normal.size = info->size;
		break;
	case SG_TYPE_VOID:
	case SG_TYPE_KIND_COUNT:
		break;
	}
	return normal;
}

uint32_t sg_successor_count(const struct sg_inst *terminator)
{
	switch ((enum sg_op)terminator->op) {
	case SG_OP_JUMP:
		return 1;
	case SG_OP_BRANCH:
		return 2;
	case SG_OP_SWITCH: /* the default, then one a triple */
		return 1 + (terminator->extra_count - 1) / 3;
	case SG_OP_GOTO:
		return terminator->extra_count;
	default:
		return 0;
	}
}

uint32_t sg_successor(const struct sg_function *function, const struct sg_inst *terminator,
                      uint32_t index)
{
	const sg_ref *extra = sg_inst_extra(function, terminator);

	switch ((enum sg_op)terminator->op) {
	case SG_OP_JUMP:
	case SG_OP_BRANCH:
		return terminator->target[index];
	case SG_OP_SWITCH:
		return index ? sg_ref_index(extra[3 * index]) : terminator->target[0];
	case SG_OP_GOTO:
		return sg_ref_index(extra[index]);
	default:
		sg_bug("'%s' has no successor", sg_op_name((enum sg_op)terminator->op));
	}
}

struct sg_unit *sg_unit_new(struct sg_arena *arena, struct sg_intern *intern)
{
	struct sg_unit *unit = SG_NEW(arena, struct sg_unit);

	unit->arena = arena;
	unit->intern = intern;
	sg_vec_push(&unit->locs, arena, (struct sg_location){0});
	sg_vec_push(&unit->types, arena, (struct sg_type_info){.kind = SG_TYPE_VOID});
	return unit;
}
