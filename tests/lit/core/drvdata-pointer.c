// SPDX-License-Identifier: GPL-2.0-or-later
// Driver data may be the mapping itself.
// RUN: %check
#include <linux/device.h>
#include <linux/io.h>

u32 drvdata_direct_bad(struct device *dev, resource_size_t start)
{
	u32 *words;

	dev_set_drvdata(dev, (void __force *)ioremap(start, 64));
	words = dev_get_drvdata(dev);
	return *words;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 drvdata_direct_ok(struct device *dev, resource_size_t start)
{
	dev_set_drvdata(dev, (void __force *)ioremap(start, 64));
	return readl((void __iomem *)dev_get_drvdata(dev));
}
