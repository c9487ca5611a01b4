/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Persistent memory. */
#ifndef SHIM_LINUX_LIBNVDIMM_H
#define SHIM_LINUX_LIBNVDIMM_H

#include <linux/io.h>

void *devm_nvdimm_memremap(struct device *dev, resource_size_t offset, size_t size,
                           unsigned long flags);

static inline void __iomem *devm_nvdimm_ioremap(struct device *dev, resource_size_t offset,
                                                size_t size)
{
	return (void __iomem __force *)devm_nvdimm_memremap(dev, offset, size, 0);
}

#endif
