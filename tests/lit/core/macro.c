// SPDX-License-Identifier: GPL-2.0-or-later
// A finding in a macro is reported where the macro is used.
// RUN: %check
#include <linux/io.h>

#define PEEK(base, offset) (*(u32 *)((char *)(base) + (offset)))
#define PEEK_IO(base, offset) readl((base) + (offset))

u32 macro_bad(void __iomem *base)
{
	u32 total = 0;

	total += PEEK(base, 4);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return total;
}

u32 macro_ok(void __iomem *base)
{
	return PEEK_IO(base, 4);
}
