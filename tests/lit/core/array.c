// SPDX-License-Identifier: GPL-2.0-or-later
// Elements with different constant indices are different cells.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

u32 array_constant_bad(resource_size_t start)
{
	u32 *banks[2];

	banks[0] = kmalloc(64, GFP_KERNEL);
	banks[1] = (u32 *)ioremap(start, 64);
	return *banks[1];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 array_constant_ok(resource_size_t start)
{
	u32 *banks[2];

	banks[0] = kmalloc(64, GFP_KERNEL);
	banks[1] = (u32 *)ioremap(start, 64);
	return *banks[0];
}

u32 array_variable_bad(resource_size_t start, int which)
{
	u32 *banks[4];

	for (int i = 0; i < 4; i++)
		banks[i] = (u32 *)ioremap(start + 64 * (unsigned int)i, 64);
	return *banks[which];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 array_of_annotated_ok(void __iomem *const *table)
{
	return readl(table[2]);
}

u32 array_of_annotated_bad(void __iomem *const *table)
{
	return *(u32 *)table[2];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
