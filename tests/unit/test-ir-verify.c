/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The verifier: one broken invariant at a time. */
#include "core/ir_verify.h"

#include "ir_sample.h"
#include "tap.h"

struct damage {
	const char *what;
	void (*inflict)(struct sg_unit *unit);
};

#define DAMAGE(name, change)                                   \
	static void name(struct sg_unit *unit)                 \
	{                                                      \
		struct sg_function *f = unit->functions.items; \
		(void)f;                                       \
		change;                                        \
	}

DAMAGE(loc_0, unit->locs.items[0].line = 1)
DAMAGE(loc_string, unit->locs.items[1].file = 1u << 20)
DAMAGE(loc_spelling, unit->locs.items[1].spelling_line = 1)
DAMAGE(type_0, unit->types.items[0].quals = SG_QUAL_IOMEM)
DAMAGE(type_kind, unit->types.items[1].kind = SG_TYPE_KIND_COUNT)
DAMAGE(type_quals, unit->types.items[1].quals = 1u << 31)
DAMAGE(type_order, unit->types.items[2].inner = unit->types.count)
DAMAGE(type_size, unit->types.items[2].size = 8)
DAMAGE(record_id, unit->records.items[0].id = 0)
DAMAGE(record_open, unit->records.items[0].is_complete = false)
DAMAGE(field_type, unit->records.items[0].fields.items[0].type = 1000)
DAMAGE(symbol_name, unit->symbols.items[0].name = 0)
DAMAGE(symbol_twice, unit->symbols.items[0].name = unit->symbols.items[1].name)
DAMAGE(symbol_function, unit->symbols.items[0].function = 1)
DAMAGE(symbol_undefined, unit->symbols.items[1].is_defined = false)
DAMAGE(function_symbol, f->symbol = 0)
DAMAGE(param_count, f->param_count = 2)
DAMAGE(param_many, f->param_count = 3)
DAMAGE(no_blocks, f->blocks.count = 0)
DAMAGE(block_gap, f->blocks.items[1].first++)
DAMAGE(block_short, f->blocks.items[3].count = 0)
DAMAGE(no_terminator, f->insts.items[6].op = SG_OP_UNDEF)
DAMAGE(no_op, f->insts.items[0].op = SG_OP_COUNT)
DAMAGE(inst_unused, f->insts.items[0].record = 1)
DAMAGE(inst_flags, f->insts.items[0].flags = 1u << 30)
DAMAGE(inst_type, f->insts.items[0].type = 1000)
DAMAGE(inst_loc, f->insts.items[0].loc = 1000)
DAMAGE(op_missing, f->insts.items[0].op1 = SG_REF_NIL)
DAMAGE(op_kind, f->insts.items[0].op1 = 0xf0000000)
DAMAGE(op_param, f->insts.items[0].op1 = sg_ref_make(SG_REF_PARAM, 1))
DAMAGE(op_store, f->insts.items[5].op0 = sg_ref_make(SG_REF_INST, 4))
DAMAGE(op_later, f->insts.items[1].op0 = sg_ref_make(SG_REF_INST, 2))
DAMAGE(op_itself, f->insts.items[1].op0 = sg_ref_make(SG_REF_INST, 1))
DAMAGE(op_not_dominating, f->insts.items[10].op0 = sg_ref_make(SG_REF_INST, 7))
DAMAGE(field_index, f->insts.items[2].field = 1)
DAMAGE(field_record, f->insts.items[2].record = 1)
DAMAGE(extra_range, f->insts.items[3].extra_count = 1000)
DAMAGE(call_nobody, f->insts.items[3].extra_count = 0; f->insts.items[3].extra = 0)
DAMAGE(no_operator, f->insts.items[5].sub = SG_BIN_COUNT)
DAMAGE(no_reason, f->insts.items[7].name = 0)
DAMAGE(no_target, f->insts.items[6].target[0] = 4)
DAMAGE(unreachable, f->insts.items[9].target[0] = 1)
DAMAGE(switch_shape, f->insts.items[9].extra_count = 3)
DAMAGE(switch_bounds, f->extra.items[f->insts.items[9].extra + 1] = sg_ref_make(SG_REF_PARAM, 0))

static const struct damage damages[] = {
	{"location 0 is not the unknown one", loc_0},
	{"a string that is not interned", loc_string},
	{"a spelling line without a file", loc_spelling},
	{"type 0 is not void", type_0},
	{"no such kind of type", type_kind},
	{"no such qualifier", type_quals},
	{"a type made from a later one", type_order},
	{"a size where none belongs", type_size},
	{"a record without identity", record_id},
	{"an incomplete record with fields", record_open},
	{"a field without type", field_type},
	{"a symbol without name", symbol_name},
	{"two symbols of one name", symbol_twice},
	{"a symbol with another's function", symbol_function},
	{"a body of nothing that is defined", symbol_undefined},
	{"a function of another symbol", function_symbol},
	{"a parameter that is no local", param_count},
	{"more parameters than locals", param_many},
	{"a function without blocks", no_blocks},
	{"instructions between blocks", block_gap},
	{"an empty block", block_short},
	{"a block without terminator", no_terminator},
	{"no such op", no_op},
	{"a member set that the op does not use", inst_unused},
	{"no such flag", inst_flags},
	{"no such type", inst_type},
	{"no such location", inst_loc},
	{"a missing operand", op_missing},
	{"no such kind of operand", op_kind},
	{"no such parameter", op_param},
	{"the result of a store", op_store},
	{"a result used before it is there", op_later},
	{"a result used by its own instruction", op_itself},
	{"a result from a block that may not have run", op_not_dominating},
	{"no such field", field_index},
	{"no such record", field_record},
	{"operands outside of the list", extra_range},
	{"a call of nobody", call_nobody},
	{"no such operator", no_operator},
	{"unknown for no reason", no_reason},
	{"a jump to no block", no_target},
	{"a block that nothing reaches", unreachable},
	{"a switch with half a case", switch_shape},
	{"a case that is no integer", switch_bounds},
};

int main(void)
{
	struct tap tap = {0};
	struct sg_intern *intern = sg_intern_new();

	for (uint32_t i = 0; i < sizeof(damages) / sizeof(*damages); i++) {
		struct sg_arena *arena = sg_arena_new("test");
		struct sg_unit *unit = ir_sample_unit(arena, intern);
		struct sg_error error = {.text = ""};

		if (!i)
			TAP_OK(&tap, unit && sg_ir_verify(unit, NULL), "the sample is valid");
		if (!unit)
			return tap_done(&tap);
		damages[i].inflict(unit);
		TAP_OK(&tap, !sg_ir_verify(unit, &error) && *error.text, damages[i].what);
		printf("# %s\n", error.text);
		sg_arena_free(arena);
	}
	sg_intern_free(intern);
	return tap_done(&tap);
}
