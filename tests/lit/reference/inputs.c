// SPDX-License-Identifier: GPL-2.0-or-later
// All inputs are tried, and no run sees what another did.
// RUN: %shim-run --by-input %s | FileCheck %s --implicit-check-not='inputs.c:'
// RUN: %shim-run --trace %s | FileCheck %s --check-prefix=TRACE
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static unsigned int runs;

static u32 look(const u32 *word)
{
	return *word;
	// CHECK: chosen[101]: {{.*}}inputs.c:[[#@LINE-1]]: DIRECT_ACCESS
	// CHECK-NEXT: chosen[111]: {{.*}}inputs.c:[[#@LINE-2]]: DIRECT_ACCESS
	// TRACE: inputs.c:[[#@LINE-3]]: DIRECT_ACCESS in look < chosen
}

int chosen(const unsigned int *in)
{
	void __iomem *regs = ioremap(SHIM_BAR0, PAGE_SIZE);
	u32 *ram = kzalloc(4, GFP_KERNEL);

	WARN_ON(runs++ || readl(regs) || *ram);
	writel(1, regs);
	*ram = 1;
	return (int)look(in[0] && in[2] ? (u32 __force *)regs : ram);
}
SHIM_PROGRAM(chosen, 3);

int without(const unsigned int *in)
{
	(void)in;
	return readl((void __iomem __force *)&runs) != 0;
	// CHECK-NEXT: without[-]: {{.*}}inputs.c:[[#@LINE-1]]: IO_ACCESSOR_ON_RAM
}
SHIM_PROGRAM(without, 0);
