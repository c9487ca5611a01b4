/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Devices that the platform describes. */
#ifndef SHIM_LINUX_PLATFORM_DEVICE_H
#define SHIM_LINUX_PLATFORM_DEVICE_H

#include <linux/device.h>
#include <linux/err.h>
#include <linux/io.h>
#include <linux/ioport.h>

struct platform_device {
	const char *name;
	int id;
	struct device dev;
	u32 num_resources;
	struct resource *resource;
};

struct platform_driver {
	int (*probe)(struct platform_device *pdev);
	void (*remove)(struct platform_device *pdev);
	struct device_driver driver;
};

int platform_driver_register(struct platform_driver *driver);
struct resource *platform_get_resource(struct platform_device *pdev, unsigned int type,
                                       unsigned int num);
struct resource *platform_get_resource_byname(struct platform_device *pdev, unsigned int type,
                                              const char *name);
int platform_get_irq(struct platform_device *pdev, unsigned int num);
void __iomem *devm_platform_ioremap_resource(struct platform_device *pdev, unsigned int index);
void __iomem *devm_platform_ioremap_resource_byname(struct platform_device *pdev, const char *name);
void __iomem *devm_platform_get_and_ioremap_resource(struct platform_device *pdev,
                                                     unsigned int index, struct resource **res);

static inline void *platform_get_drvdata(const struct platform_device *pdev)
{
	return dev_get_drvdata(&pdev->dev);
}

static inline void platform_set_drvdata(struct platform_device *pdev, void *data)
{
	dev_set_drvdata(&pdev->dev, data);
}

#endif
