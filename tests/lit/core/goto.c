// SPDX-License-Identifier: GPL-2.0-or-later
// Jumps to a common exit bring what their own path knew.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

u32 goto_exit_bad(resource_size_t start, int fail)
{
	u32 *words = kmalloc(64, GFP_KERNEL);
	u32 value = 0;

	if (!words)
		goto out;
	words = (u32 *)ioremap(start, 64);
	if (fail)
		goto out;
	value = 1;
out:
	return words ? value + *words : 0;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 goto_exit_ok(resource_size_t start, int fail)
{
	void __iomem *regs = ioremap(start, 64);
	u32 *words = NULL;
	u32 value = 0;

	if (!regs)
		goto out;
	words = kmalloc(64, GFP_KERNEL);
	if (fail || !words)
		goto out_unmap;
	value = *words;
out_unmap:
	iounmap(regs);
out:
	kfree(words);
	return value;
}

u32 goto_backwards_bad(void __iomem *base, int count)
{
	const u32 *p = (const u32 *)base;
	u32 total = 0;

again:
	total += *p++;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	if (--count)
		goto again;
	return total;
}
