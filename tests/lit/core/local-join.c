// SPDX-License-Identifier: GPL-2.0-or-later
// After a branch a pointer names what either side gave it.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

u32 join_either_bad(resource_size_t start, u32 *table, bool fast)
{
	u32 *words = table;

	if (fast)
		words = (u32 *)ioremap(start, 64);
	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 join_both_replaced_ok(resource_size_t start, u32 *table, bool fast)
{
	u32 *words = (u32 *)ioremap(start, 64);

	if (fast)
		words = table;
	else
		words = kmalloc(64, GFP_KERNEL);
	return words[0];
}

u32 join_conditional_bad(resource_size_t start, u32 *table, bool fast)
{
	u32 *words = fast ? (u32 *)ioremap(start, 64) : table;

	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
