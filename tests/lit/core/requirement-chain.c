// SPDX-License-Identifier: GPL-2.0-or-later
// A requirement moves up through functions that only pass the pointer on.
// RUN: %check
#include <linux/io.h>

static u32 level3(const u32 *p)
{
	return *p;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

static u32 level2(const void *p)
{
	return level3(p) + 1;
}

static u32 level1(unsigned long address)
{
	return level2((void *)address);
}

u32 chain_bad(void __iomem *base)
{
	return level1((unsigned long)base);
}

u32 chain_ok(const u32 *words)
{
	return level1((unsigned long)words);
}
