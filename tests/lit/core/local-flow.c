// SPDX-License-Identifier: GPL-2.0-or-later
// The memory counts, not the variable that names it.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

u32 local_copy_bad(resource_size_t start)
{
	void __iomem *base = ioremap(start, 64);
	u32 *first = (u32 *)base;
	u32 *second = first;

	return *second;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 local_offset_bad(resource_size_t start)
{
	u32 *regs = (u32 *)ioremap(start, 64);

	return regs[3];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 local_replaced_ok(resource_size_t start)
{
	u32 *regs = (u32 *)ioremap(start, 64);

	regs = kmalloc(64, GFP_KERNEL);
	return *regs;
}

u32 local_accessor_ok(resource_size_t start)
{
	void __iomem *base = ioremap(start, 64);

	return readl(base + 8);
}
