// SPDX-License-Identifier: GPL-2.0-or-later
// A cast that drops __iomem does not make the memory RAM.
// RUN: %check
#include <linux/io.h>

u32 cast_deref_bad(void __iomem *base)
{
	return *(u32 __force *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 cast_unforced_bad(void __iomem *base)
{
	return *(volatile u32 *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 cast_integer_bad(void __iomem *base)
{
	unsigned long address = (unsigned long)base + 0x10;

	return *(u32 *)address;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void *cast_only_ok(void __iomem *base)
{
	return (void __force *)base;
}
