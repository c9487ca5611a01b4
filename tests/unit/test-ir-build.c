/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The builder: what the front end relies on. */
#include "core/ir_build.h"

#include "core/ir_text.h"
#include "core/ir_verify.h"
#include "tap.h"

static void test_tables(struct tap *tap, struct sg_builder *b)
{
	struct sg_location at = {.file = sg_build_str(b, "a.c"), .line = 1, .spelling_line = 9};
	struct sg_type_info pointer = {.kind = SG_TYPE_POINTER, .size = 8};
	sg_type deep = 0;
	sg_loc loc;

	loc = sg_build_loc(b, &at);
	at.spelling_line = 0;
	TAP_OK(tap, loc && sg_build_loc(b, &at) == loc, "members that mean nothing are dropped");
	TAP_OK(tap, !sg_build_loc(b, &(struct sg_location){.line = 3}), "no file, no location");
	TAP_OK(tap, sg_build_type(b, &(struct sg_type_info){0}) == 0, "void is type 0");
	TAP_OK(tap, sg_build_type(b, &pointer) == sg_build_type(b, &pointer), "equal types");
	for (uint32_t i = 0; i < 2 * SG_TYPE_DEPTH_MAX; i++)
		deep = sg_build_type(
			b, &(struct sg_type_info){.kind = SG_TYPE_POINTER, .inner = deep});
	TAP_OK(tap, sg_ir_verify(sg_builder_unit(b), NULL), "types of any depth are cut to fit");
	TAP_OK(tap, sg_build_int(b, -1) == sg_build_int(b, -1), "equal integers");
	TAP_OK(tap, sg_build_int(b, -1) != sg_build_int(b, 1), "different ones");
	TAP_OK(tap, sg_build_record(b, "a.c:r", "r", false) == sg_build_record(b, "a.c:r", "r", 0),
	       "equal records");
}

/*
 * b0 jumps to b3, b3 branches to b1 and b2, b4 is dead; only b1 has its
 * terminator, and more after it.
 */
static void build_body(struct sg_builder *b)
{
	uint32_t symbol = sg_build_symbol(b, SG_SYMBOL_FUNCTION, SG_LINK_STATIC, "f", 0, 0);
	sg_type int4 = sg_build_type(b, &(struct sg_type_info){.kind = SG_TYPE_INT, .size = 4});
	sg_ref slot, value;
	struct sg_inst load = {.op = SG_OP_LOAD, .type = int4};

	sg_build_function_begin(b, symbol, 0, int4, false, false);
	sg_build_param(b, "n", int4, 0);
	slot = sg_build_local(b, "x", int4, 0);
	for (uint32_t i = 0; i < 4; i++)
		sg_build_block(b);
	sg_build_inst(b, &(struct sg_inst){.op = SG_OP_JUMP, .target = {3, 7}}, NULL, 0);
	sg_build_block_at(b, 4);
	load.op0 = slot;
	value = sg_build_inst(b, &load, NULL, 0);
	sg_build_block_at(b, 1);
	sg_build_inst(b, &(struct sg_inst){.op = SG_OP_RETURN, .op0 = value}, NULL, 0);
	sg_build_inst(b, &load, NULL, 0);
	sg_build_block_at(b, 3);
	value = sg_build_inst(b, &load, NULL, 0);
	sg_build_inst(b, &(struct sg_inst){.op = SG_OP_BRANCH, .op0 = value, .target = {2, 1}},
	              NULL, 0);
	sg_build_function_end(b);
}

static void test_layout(struct tap *tap, struct sg_builder *b)
{
	static const char expected[] = "\nfunction @f int4 {\n"
				       "  param n int4\n"
				       "  local x int4\n"
				       "b0:\n"
				       "  jump b1\n"
				       "b1:\n"
				       "  %1 = load int4 &x\n"
				       "  branch %1, b2, b3\n"
				       "b2:\n"
				       "  stop\n"
				       "b3:\n"
				       "  return 0\n"
				       "}\n";
	struct sg_error error = {.text = ""};
	struct sg_buf text;

	sg_buf_init(&text);
	build_body(b);
	sg_ir_verify(sg_builder_unit(b), &error);
	TAP_IS(tap, error.text, "", "a body in any order is a valid one");
	sg_ir_print_function(sg_builder_unit(b), 0, &text);
	TAP_IS(tap, text.data, expected, "blocks come in reverse post-order, dead ones go");
	build_body(b);
	TAP_OK(tap, sg_builder_unit(b)->functions.count == 1, "the first body counts");
	sg_buf_release(&text);
}

int main(void)
{
	struct tap tap = {0};
	struct sg_arena *arena = sg_arena_new("test");
	struct sg_intern *intern = sg_intern_new();
	struct sg_builder *b = sg_builder_new(sg_unit_new(arena, intern));

	test_tables(&tap, b);
	test_layout(&tap, b);
	sg_intern_free(intern);
	sg_arena_free(arena);
	return tap_done(&tap);
}
