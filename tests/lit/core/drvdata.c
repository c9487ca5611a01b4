// SPDX-License-Identifier: GPL-2.0-or-later
// Driver data comes back as the record that was stored.
// RUN: %check
#include <linux/io.h>
#include <linux/platform_device.h>

struct chip {
	void __iomem *regs;
	void *sram;
	u32 *cache;
};

int chip_probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);

	if (!chip)
		return -ENOMEM;
	chip->regs = devm_platform_ioremap_resource(pdev, 0);
	if (IS_ERR(chip->regs))
		return PTR_ERR(chip->regs);
	chip->sram = (void __force *)devm_platform_ioremap_resource(pdev, 1);
	chip->cache = devm_kzalloc(&pdev->dev, 64, GFP_KERNEL);
	platform_set_drvdata(pdev, chip);
	return 0;
}

u32 drvdata_platform_bad(struct platform_device *pdev)
{
	struct chip *chip = platform_get_drvdata(pdev);

	return *(u32 *)chip->sram;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 drvdata_device_bad(struct device *dev)
{
	struct chip *chip = dev_get_drvdata(dev);

	return *(u32 *)chip->sram;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 drvdata_ok(struct device *dev)
{
	struct chip *chip = dev_get_drvdata(dev);

	return readl(chip->regs) + chip->cache[0];
}
