// SPDX-License-Identifier: GPL-2.0-or-later
// Functions chosen from an array.
// RUN: %check
#include <linux/io.h>

static u32 plain_peek(const void *p)
{
	return *(const u32 *)p;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

static u32 io_peek(const void *p)
{
	return readl((const void __iomem *)p);
}

static u32 (*const peeks[2])(const void *) = {plain_peek, io_peek};

u32 table_constant_bad(void __iomem *base)
{
	return peeks[0]((void __force *)base);
}

u32 table_constant_ok(void __iomem *base)
{
	return peeks[1]((void __force *)base);
}
