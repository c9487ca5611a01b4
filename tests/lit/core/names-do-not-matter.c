// SPDX-License-Identifier: GPL-2.0-or-later
// The name of a function that is analysed decides nothing.
// RUN: %check
#include <linux/io.h>

u32 innocent_ok(u32 *words);

u32 innocent_ok(u32 *words)
{
	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 guilty_bad(u32 *words)
{
	return words[0];
}

u32 caller_bad(void __iomem *base)
{
	return innocent_ok((u32 *)base);
}
