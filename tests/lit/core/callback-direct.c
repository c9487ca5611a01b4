// SPDX-License-Identifier: GPL-2.0-or-later
// A pointer given to a function that calls another function with it.
// RUN: %check
#include <linux/io.h>

static u32 apply(u32 (*function)(const u32 *), const u32 *argument)
{
	return function(argument);
}

static u32 peek(const u32 *word)
{
	return *word;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

static u32 peek_io(const u32 *word)
{
	return readl((const void __iomem *)word);
}

u32 callback_direct_bad(void __iomem *base)
{
	return apply(peek, (const u32 *)base);
}

u32 callback_direct_ok(void __iomem *base)
{
	return apply(peek_io, (const u32 *)base);
}
