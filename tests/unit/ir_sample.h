/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A small unit that the tests of the IR take apart. */
#ifndef SG_TESTS_UNIT_IR_SAMPLE_H
#define SG_TESTS_UNIT_IR_SAMPLE_H

#include <string.h>

#include "core/ir_text.h"

static const char ir_sample[] =
	"sgir 1\n"
	"unit \"demo.o\"\n"
	"source \"demo.c\"\n"
	"\n"
	"record struct demo.c:dev dev @1:8 {\n"
	"  field base ptr<iomem void> @2:16\n"
	"}\n"
	"\n"
	"symbol @ioremap extern func<ptr<iomem void>> (int8, int8) @3:1\n"
	"symbol @probe static func<int4> (ptr<record<demo.c:dev 8>>) [defined] @5:12\n"
	"\n"
	"function @probe int4 @5:12 {\n"
	"  param dev ptr<record<demo.c:dev 8>> @5:30\n"
	"  local p ptr<void> @6:8\n"
	"b0:\n"
	"  store ptr<record<demo.c:dev 8>> &dev, arg0\n"
	"  %1 = load ptr<record<demo.c:dev 8>> &dev @7:2\n"
	"  %2 = field ptr<ptr<iomem void>> %1, demo.c:dev, base @7:7\n"
	"  %3 = call ptr<iomem void> @ioremap(0, 4096) @7:14\n"
	"  store ptr<iomem void> %2, %3 @7:12\n"
	"  %5 = bin eq int4 %3, 0 @8:6\n"
	"  branch %5, b1, b2 @8:2\n"
	"b1:\n"
	"  %7 = unknown int4 va-arg() @9:3\n"
	"  return -12 @9:3\n"
	"b2:\n"
	"  switch arg0, default b3, 1..3 b1 @10:2\n"
	"b3:\n"
	"  return 0 @11:2\n"
	"}\n";

static inline struct sg_unit *ir_sample_unit(struct sg_arena *arena, struct sg_intern *intern)
{
	return sg_ir_parse(arena, intern, ir_sample, strlen(ir_sample), "sample", NULL);
}

#endif
