// SPDX-License-Identifier: GPL-2.0-or-later
// A constant argument decides whether the helper touches the memory.
// RUN: %check
#include <linux/io.h>

static u32 read_word(const void *p, bool io)
{
	if (io)
		return readl((const void __iomem *)p);
	return *(const u32 *)p;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 constant_argument_ok(void __iomem *base)
{
	return read_word((void __force *)base, true);
}

u32 constant_argument_bad(void __iomem *base)
{
	return read_word((void __force *)base, false);
}
