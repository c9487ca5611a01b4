// SPDX-License-Identifier: GPL-2.0-or-later
// Use after iounmap() is another tool's finding: the memory is what it was.
// RUN: %check
#include <linux/io.h>

u32 after_unmap_ok(resource_size_t start)
{
	void __iomem *base = ioremap(start, 64);
	u32 value = readl(base);

	iounmap(base);
	return value;
}
