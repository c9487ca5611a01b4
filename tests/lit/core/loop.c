// SPDX-License-Identifier: GPL-2.0-or-later
// A pointer that walks names the same memory on every round.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

u32 loop_walk_bad(void __iomem *base, int count)
{
	u32 *p = (u32 *)base;
	u32 total = 0;

	while (count--) {
		total += *p;
		// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
		p++;
	}
	return total;
}

void loop_copy_bad(u32 *out, void __iomem *base, int count)
{
	const u32 *in = (const u32 *)base;

	for (int i = 0; i < count; i++)
		out[i] = in[i];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void loop_copy_ok(u32 *out, void __iomem *base, int count)
{
	for (int i = 0; i < count; i++)
		out[i] = readl(base + 4 * i);
}

u32 loop_second_round_bad(resource_size_t start, u32 *words, int count)
{
	u32 total = 0;

	for (int i = 0; i < count; i++) {
		total += words[0];
		// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
		words = (u32 *)ioremap(start, 64);
	}
	return total;
}

u32 loop_reset_ok(resource_size_t start, u32 *words, int count)
{
	u32 *p = (u32 *)ioremap(start, 64);
	u32 total = 0;

	for (int i = 0; i < count; i++) {
		p = words;
		total += *p;
	}
	return total;
}
