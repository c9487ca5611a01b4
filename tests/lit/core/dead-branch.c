// SPDX-License-Identifier: GPL-2.0-or-later
// Code that the configuration leaves out, or that cannot run, has no findings.
// RUN: %check
#include <linux/io.h>
#include <linux/kernel.h>

u32 dead_is_enabled_ok(void __iomem *base)
{
	if (IS_ENABLED(CONFIG_SHIM_OFF))
		return *(u32 *)base;
	return readl(base);
}

u32 live_is_enabled_bad(void __iomem *base)
{
	if (IS_ENABLED(CONFIG_64BIT))
		return *(u32 *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return readl(base);
}

u32 dead_constant_ok(void __iomem *base)
{
	if (0)
		return *(u32 *)base;
	return readl(base);
}

u32 dead_after_return_ok(void __iomem *base)
{
	return readl(base);
	return *(u32 *)base;
}

u32 dead_after_panic_ok(void __iomem *base)
{
	panic("no way back from here\n");
	return *(u32 *)base;
}
