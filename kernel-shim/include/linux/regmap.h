/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Registers behind a uniform interface. */
#ifndef SHIM_LINUX_REGMAP_H
#define SHIM_LINUX_REGMAP_H

#include <linux/device.h>
#include <linux/io.h>

struct regmap;
struct regmap_config {
	int reg_bits;
	int val_bits;
};

struct regmap *__devm_regmap_init_mmio_clk(struct device *dev, const char *clk_id,
                                           void __iomem *regs, const struct regmap_config *config);
#define devm_regmap_init_mmio(dev, regs, config) \
	__devm_regmap_init_mmio_clk(dev, NULL, regs, config)
int regmap_read(struct regmap *map, unsigned int reg, unsigned int *val);
int regmap_write(struct regmap *map, unsigned int reg, unsigned int val);

struct regmap *__regmap_init_mmio_clk(struct device *dev, const char *clk_id, void __iomem *regs,
                                      const struct regmap_config *config);

#endif
