// SPDX-License-Identifier: GPL-2.0-or-later
// Error pointers and NULL are no memory.
// RUN: %check
#include <linux/device.h>
#include <linux/io.h>

struct part {
	void __iomem *base;
};

u32 error_branch_ok(struct device *dev, const struct resource *res, u32 *fallback)
{
	void __iomem *base = devm_ioremap_resource(dev, res);
	u32 *words;

	if (IS_ERR(base))
		words = fallback;
	else
		return readl(base);
	return *words;
}

int error_code_ok(struct device *dev, const struct resource *res, struct part *part)
{
	part->base = devm_ioremap_resource(dev, res);
	return PTR_ERR_OR_ZERO(part->base);
}

u32 error_checked_bad(struct device *dev, const struct resource *res)
{
	void __iomem *base = devm_ioremap_resource(dev, res);

	if (IS_ERR(base))
		return 0;
	return *(u32 *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 null_checked_bad(resource_size_t start)
{
	u32 *words = (u32 *)ioremap(start, 64);

	if (!words)
		return 0;
	return *words;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 null_stays_null_ok(resource_size_t start, u32 *fallback)
{
	u32 *words = (u32 *)ioremap(start, 64);

	if (words)
		return readl((void __iomem *)words);
	words = words ?: fallback;
	return *words;
}
