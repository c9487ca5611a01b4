// SPDX-License-Identifier: GPL-2.0-or-later
// The same condition, tested twice in one function.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

u32 correlation_parameter_ok(resource_size_t start, bool mmio)
{
	void *base;

	if (mmio)
		base = (void __force *)ioremap(start, 64);
	else
		base = kmalloc(64, GFP_KERNEL);
	if (mmio)
		return readl((void __iomem *)base);
	return *(u32 *)base;
}

u32 correlation_parameter_bad(resource_size_t start, bool mmio, bool fast)
{
	void *base;

	if (mmio)
		base = (void __force *)ioremap(start, 64);
	else
		base = kmalloc(64, GFP_KERNEL);
	if (fast)
		return readl((void __iomem *)base);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[ram-as-iomem]
	return *(u32 *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 correlation_overwritten_bad(resource_size_t start, bool mmio)
{
	void *base;

	if (mmio)
		base = (void __force *)ioremap(start, 64);
	else
		base = kmalloc(64, GFP_KERNEL);
	mmio = false;
	if (!mmio)
		return *(u32 *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return 0;
}
