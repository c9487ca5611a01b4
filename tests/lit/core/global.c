// SPDX-License-Identifier: GPL-2.0-or-later
// A global variable carries memory between functions.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

static void *window;
static u32 *table;
static void __iomem *regs;

void globals_map(resource_size_t start)
{
	window = (void __force *)ioremap(start, 64);
	regs = ioremap(start + 64, 64);
	table = kmalloc(64, GFP_KERNEL);
}

u32 global_plain_bad(void)
{
	return *(u32 *)window;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 global_ram_ok(void)
{
	return table[0];
}

u32 global_annotated_bad(void)
{
	return *(u32 *)regs;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 global_annotated_ok(void)
{
	return readl(regs);
}
