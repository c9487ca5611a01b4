/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The text form: round trip, free labels, and messages for malformed text. */
#include "core/ir_text.h"

#include "ir_sample.h"
#include "tap.h"

static void test_round_trip(struct tap *tap, struct sg_arena *arena, struct sg_intern *intern)
{
	const struct sg_unit *unit = ir_sample_unit(arena, intern);
	struct sg_buf text;

	sg_buf_init(&text);
	if (TAP_OK(tap, unit, "the sample parses"))
		sg_ir_print(unit, &text);
	TAP_IS(tap, text.data, ir_sample, "and prints as it was");
	sg_buf_reset(&text);
	if (unit)
		sg_ir_print_inst(unit, unit->functions.items, 1, &text);
	TAP_IS(tap, text.data, "%1 = load ptr<record<demo.c:dev 8>> &dev @\"demo.c\":7:2",
	       "an instruction alone names its file");
	sg_buf_release(&text);
}

#define HEAD "sgir 1\nsource \"a.c\"\nsymbol @f static func<void> [defined]\n"
#define BODY(text) HEAD "function @f void {\n  local x int4\nb0:\n" text "\n}\n"

static void test_labels(struct tap *tap, struct sg_arena *arena, struct sg_intern *intern)
{
	static const char text[] = BODY("  stop // nothing follows") "// the end";
	static const char named[] =
		BODY("  jump b2\nb1:\n  return %later\nb2:\n  %later = load int4 &x\n  jump b1");
	struct sg_buf out;
	const struct sg_unit *unit = sg_ir_parse(arena, intern, named, strlen(named), "t", NULL);

	TAP_OK(tap, sg_ir_parse(arena, intern, text, strlen(text), "t", NULL), "comments");
	sg_buf_init(&out);
	if (TAP_OK(tap, unit, "a label may be a word, and be used before its line"))
		sg_ir_print_function(unit, 0, &out);
	TAP_OK(tap, strstr(out.data, "return %2"), "it prints as a number");
	sg_buf_release(&out);
}

struct malformed {
	const char *text;
	const char *message;
};

static const struct malformed malformed[] = {
	{"", "t:1:1: no sgir text: it starts with 'sgir 1'"},
	{"sgir 2\n", "t:1:7: version 2 of the IR, expected 1"},
	{"sgir 1\nunit \"a\n", "t:2:8: a quoted text does not end on its line"},
	{"sgir 1\nunit \"a\\x00\"\n", "t:2:9: no such escape in a quoted text"},
	{"sgir 1\nfile 1 \"\"\n", "t:2:10: a file without a name"},
	{"sgir 1\nrecord struct a b @1:2\n", "t:2:23: the unit has no source"},
	{"sgir 1\nrecord struct a b\nrecord union a b\n", "t:3:17: two records 'a'"},
	{"sgir 1\nsymbol @f static int99999999999999999999\n", "t:2:40: the number is too large"},
	{"sgir 1\nsymbol @f static ptr<record<r 1>>\n", "t:2:30: the record is not declared"},
	{"sgir 1\nsymbol @f static iomem iomem void\n", "t:2:29: no such type 'iomem'"},
	{"sgir 1\nsymbol @f hidden void\n", "t:2:17: no such linkage 'hidden'"},
	{"sgir 1\nmodule \"m\"\nunit \"u\"\n",
         "t:3:1: expected a file, record, symbol or function"},
	{HEAD "function @g void {\n}\n", "t:4:12: the symbol 'g' is not declared"},
	{HEAD "function @f void {\n", "t: function 'f': no entry block"},
	{BODY("  oops"), "t:7:7: no such instruction 'oops'"},
	{BODY("  %1 = stop"), "t:7:12: 'stop' has no result"},
	{BODY("  load int4 &x"), "t:7:7: 'load' has a result"},
	{BODY("  %1 = load int4 &y"), "t:7:20: no such local"},
	{BODY("  return %1"), "t:7:10: '%1' is not defined"},
	{BODY("  %1 = load int4 &x\n  %1 = load int4 &x"), "t:8:5: '%1' is defined twice"},
	{BODY("  return arg0"), "t:7:14: no such parameter"},
	{BODY("  stop []x"), "t:7:10: expected the end of the line"},
	{BODY("  stop [shiny]"), "t:7:14: no such word 'shiny'"},
	{BODY("  stop [=]"), "t:7:9: no such word ''"},
	{BODY("  stop\nb2:\n  stop"), "t:8:4: expected block b1"},
	{BODY("  stop\nb1:\n  stop"), "t: function 'f': block 1 cannot be reached"},
};

static void test_malformed(struct tap *tap, struct sg_arena *arena, struct sg_intern *intern)
{
	for (uint32_t i = 0; i < sizeof(malformed) / sizeof(*malformed); i++) {
		const struct malformed *m = &malformed[i];
		struct sg_error error = {.text = "accepted"};
		char message[1536];

		sg_ir_parse(arena, intern, m->text, strlen(m->text), "t", &error);
		sg_error_format(&error, message, sizeof(message));
		TAP_IS(tap, message, m->message, "malformed text is refused");
	}
}

int main(void)
{
	struct tap tap = {0};
	struct sg_arena *arena = sg_arena_new("test");
	struct sg_intern *intern = sg_intern_new();

	test_round_trip(&tap, arena, intern);
	test_labels(&tap, arena, intern);
	test_malformed(&tap, arena, intern);
	sg_intern_free(intern);
	sg_arena_free(arena);
	return tap_done(&tap);
}
