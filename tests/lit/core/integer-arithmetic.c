// SPDX-License-Identifier: GPL-2.0-or-later
// An address that was aligned, masked or added to still names the memory.
// RUN: %check
#include <linux/io.h>
#include <linux/kernel.h>

u32 align_bad(void __iomem *base)
{
	unsigned long address = ALIGN((unsigned long)base, 16);

	return *(u32 *)address;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 mask_bad(void __iomem *base)
{
	unsigned long address = (unsigned long)base & PAGE_MASK;

	return *(u32 *)address;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 offset_bad(void __iomem *base, u32 *table)
{
	ptrdiff_t offset = 4;

	return *(u32 *)((char *)base + offset) + table[offset];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 low_bits_ok(void __iomem *base, const u32 *table)
{
	return table[(unsigned long)base & 15];
}

bool difference_ok(void __iomem *a, void __iomem *b)
{
	return (unsigned long)b - (unsigned long)a > 64;
}
