// SPDX-License-Identifier: GPL-2.0-or-later
// Values come out of statement expressions and GNU conditionals.
// RUN: %check
#include <linux/io.h>
#include <linux/kernel.h>

u32 statement_expression_bad(void __iomem *base)
{
	u32 *words = ({
		void __iomem *inner = base + 16;
		(u32 *)inner;
	});

	return *words;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 gnu_conditional_bad(void __iomem *base, u32 *table)
{
	u32 *words = table ?: (u32 *)base;

	return *words;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 comma_bad(void __iomem *base)
{
	u32 *words;

	return (words = (u32 *)base, words[0]);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 min_ok(u32 __iomem *a, u32 *b)
{
	u32 left = readl(a);

	return min(left, *b);
}

u32 min_bad(void __iomem *base, u32 limit)
{
	u32 *words = (u32 *)base;

	return min(*words, limit);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
