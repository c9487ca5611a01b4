// SPDX-License-Identifier: GPL-2.0-or-later
// A computed goto may reach every label whose address is taken.
// RUN: %check
#include <linux/io.h>

u32 computed_goto_bad(void __iomem *base, u32 *table, int state)
{
	static const void *const labels[] = {&&idle, &&running};
	u32 *words = (u32 *)base;

	goto *labels[state];
idle:
	return table[0];
running:
	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 computed_goto_ok(void __iomem *base, u32 *table, int state)
{
	static const void *const labels[] = {&&idle, &&running};

	goto *labels[state];
idle:
	return table[0];
running:
	return readl(base);
}
