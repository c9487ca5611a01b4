// SPDX-License-Identifier: GPL-2.0-or-later
// Where the compiler gave an instruction no line, the report has the nearest one before it.
// RUN: %shim-run %s | FileCheck %s --implicit-check-not='no-line.c:'
#include <linux/io.h>
#include <shim/program.h>
#include <shim/world.h>

int without_line(const unsigned int *in)
{
	u32 *io = (u32 __force *)ioremap(SHIM_BAR0, 8), value;

	(void)in;
	asm volatile("nop\n\t.loc 0 0\n\tmovl (%1), %0" : "=r"(value) : "r"(io));
	// CHECK: no-line.c:[[#@LINE-1]]: DIRECT_ACCESS
	return value != 0;
}
SHIM_PROGRAM(without_line, 0);
