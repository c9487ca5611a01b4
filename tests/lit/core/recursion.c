// SPDX-License-Identifier: GPL-2.0-or-later
// Recursion ends, and keeps what one round of it knows.
// RUN: %check
#include <linux/io.h>

static u32 walk(const u32 *p, int depth)
{
	if (!depth)
		return *p;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return walk(p + 1, depth - 1);
}

u32 recursion_bad(void __iomem *base)
{
	return walk((u32 *)base, 3);
}

u32 recursion_ok(const u32 *words)
{
	return walk(words, 3);
}

static u32 odd(const u32 *p, int n);

static u32 even(const u32 *p, int n)
{
	return n ? odd(p, n - 1) : 0;
}

static u32 odd(const u32 *p, int n)
{
	return n ? even(p, n - 1) : *p;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 mutual_recursion_bad(void __iomem *base)
{
	return even((u32 *)base, 3);
}
