/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Devices and their driver data. */
#ifndef SHIM_LINUX_DEVICE_H
#define SHIM_LINUX_DEVICE_H

#include <linux/gfp.h>
#include <linux/ioport.h>
#include <linux/printk.h>
#include <linux/slab.h>
#include <linux/types.h>

struct device_node;
struct device;

struct device_driver {
	const char *name;
};

struct device {
	struct device *parent;
	void *platform_data;
	void *driver_data;
	struct device_node *of_node;
	struct device_driver *driver;
};

static inline void *dev_get_drvdata(const struct device *dev)
{
	return dev->driver_data;
}

static inline void dev_set_drvdata(struct device *dev, void *data)
{
	dev->driver_data = data;
}

void *devm_kmalloc(struct device *dev, size_t size, gfp_t gfp);
void *devm_kzalloc(struct device *dev, size_t size, gfp_t gfp);
void *devm_kcalloc(struct device *dev, size_t n, size_t size, gfp_t gfp);
void devm_kfree(struct device *dev, const void *p);
int devm_add_action_or_reset(struct device *dev, void (*action)(void *), void *data);

__printf(2, 3) void _dev_err(const struct device *dev, const char *format, ...);
__printf(2, 3) void _dev_warn(const struct device *dev, const char *format, ...);
__printf(2, 3) void _dev_info(const struct device *dev, const char *format, ...);
#define dev_err(dev, ...) _dev_err(dev, __VA_ARGS__)
#define dev_warn(dev, ...) _dev_warn(dev, __VA_ARGS__)
#define dev_info(dev, ...) _dev_info(dev, __VA_ARGS__)
#define dev_dbg(dev, ...) _dev_info(dev, __VA_ARGS__)
__printf(3, 4) int dev_err_probe(const struct device *dev, int err, const char *format, ...);

#endif
