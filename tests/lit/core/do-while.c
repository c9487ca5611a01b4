// SPDX-License-Identifier: GPL-2.0-or-later
// A loop body that runs at least once.
// RUN: %check
#include <linux/io.h>

void do_while_bad(void __iomem *base, const u16 *in, int count)
{
	u16 *out = (u16 *)base;

	do {
		*out++ = *in++;
		// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	} while (--count);
}

void do_while_ok(void __iomem *base, const u16 *in, int count)
{
	do {
		writew(*in++, base);
	} while (--count);
}
