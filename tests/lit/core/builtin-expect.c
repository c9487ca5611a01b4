// SPDX-License-Identifier: GPL-2.0-or-later
// Hints and assumptions pass values through.
// RUN: %check
#include <linux/compiler.h>
#include <linux/io.h>

u32 expect_bad(void __iomem *base)
{
	u32 *words = (u32 *)base;

	if (likely(words))
		return *words;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return 0;
}

u32 expect_value_bad(void __iomem *base)
{
	u32 *words = (u32 *)__builtin_expect((long)base, 1);

	return *words;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
