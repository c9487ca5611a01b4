// SPDX-License-Identifier: GPL-2.0-or-later
// I/O accessors on ordinary memory.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

u32 readl_ram_bad(void)
{
	u32 *words = kmalloc(64, GFP_KERNEL);

	return readl((void __iomem *)words);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[ram-as-iomem]
}

void writel_ram_bad(void)
{
	u32 *words = kzalloc(64, GFP_KERNEL);

	writel(1, (void __iomem __force *)words);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[ram-as-iomem]
}

void iounmap_ram_bad(void)
{
	void *buffer = kmalloc(64, GFP_KERNEL);

	iounmap((void __iomem *)buffer);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[ram-as-iomem]
}

u32 readl_unknown_ok(void *address)
{
	return readl((void __iomem *)address);
}

u32 readl_either_ok(resource_size_t start, bool mmio)
{
	void __iomem *base = ioremap(start, 64);

	if (!mmio)
		return 0;
	return readl(base);
}
