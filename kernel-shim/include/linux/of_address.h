/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Registers that the device tree describes. */
#ifndef SHIM_LINUX_OF_ADDRESS_H
#define SHIM_LINUX_OF_ADDRESS_H

#include <linux/io.h>

struct device_node;

void __iomem *of_iomap(struct device_node *node, int index);
void __iomem *of_io_request_and_map(struct device_node *node, int index, const char *name);
void __iomem *devm_of_iomap(struct device *dev, struct device_node *node, int index,
                            resource_size_t *size);

#endif
