/* SPDX-License-Identifier: GPL-2.0-or-later */
/* I/O memory, with the managed forms. */
#ifndef SHIM_LINUX_IO_H
#define SHIM_LINUX_IO_H

#include <asm/io.h>
#include <linux/err.h>
#include <linux/types.h>

enum {
	MEMREMAP_WB = 1 << 0,
	MEMREMAP_WT = 1 << 1,
	MEMREMAP_WC = 1 << 2,
};

struct device;
struct resource;

void *memremap(resource_size_t offset, size_t size, unsigned long flags);
void memunmap(void *addr);
void *devm_memremap(struct device *dev, resource_size_t offset, size_t size, unsigned long flags);

void __iomem *devm_ioremap(struct device *dev, resource_size_t offset, resource_size_t size);
void __iomem *devm_ioremap_uc(struct device *dev, resource_size_t offset, resource_size_t size);
void __iomem *devm_ioremap_wc(struct device *dev, resource_size_t offset, resource_size_t size);
void __iomem *devm_ioremap_resource(struct device *dev, const struct resource *res);
void __iomem *devm_ioremap_resource_wc(struct device *dev, const struct resource *res);
void __iomem *devm_ioport_map(struct device *dev, unsigned long port, unsigned int nr);
void devm_iounmap(struct device *dev, void __iomem *addr);

void __iowrite32_copy(void __iomem *to, const void *from, size_t count);
void __ioread32_copy(void *to, const void __iomem *from, size_t count);
void __iowrite64_copy(void __iomem *to, const void *from, size_t count);
int check_signature(const volatile void __iomem *io_addr, const unsigned char *signature,
                    int length);

void __iomem *pci_remap_cfgspace(phys_addr_t offset, size_t size);
void devm_ioport_unmap(struct device *dev, void __iomem *addr);
void devm_memunmap(struct device *dev, void *addr);

#endif
