// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ioremap() and its family.  A token says which physical address it stands for, so
 * overlapping mappings share tokens; which ranges are mapped is counted.
 */
#include "internal.h"

#include <linux/io-mapping.h>
#include <linux/io.h>
#include <linux/of_address.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

#define MAX_MAPPINGS 256

struct mapping {
	unsigned long start, size; /* size 0: unused */
};

static struct mapping mappings[MAX_MAPPINGS];

static bool is_inside(unsigned long phys, unsigned long size)
{
	struct shim_window *window = shim_window_of_phys(phys);

	return window && size && size <= window->size - (phys - window->phys);
}

static bool add_mapping(unsigned long start, unsigned long size)
{
	for (unsigned int i = 0; i < MAX_MAPPINGS; i++) {
		if (mappings[i].size)
			continue;
		mappings[i] = (struct mapping){start, size};
		return true;
	}
	return false;
}

static void remove_mapping(unsigned long start)
{
	for (unsigned int i = 0; i < MAX_MAPPINGS; i++) {
		if (mappings[i].size && mappings[i].start == start) {
			mappings[i].size = 0;
			return;
		}
	}
	SHIM_WARN(SHIM_BAD_UNMAP);
}

static void __iomem *map_token(resource_size_t offset, unsigned long size)
{
	unsigned long phys = (unsigned long)offset;

	if (shim_phys_is_ram(phys)) {
		SHIM_WARN(SHIM_IOREMAP_RAM);
		return NULL;
	}
	if (!is_inside(phys, size) || !add_mapping(SHIM_TOKEN_BASE + phys, size))
		return NULL;
	return (void __iomem __force *)(SHIM_TOKEN_BASE + phys);
}

bool shim_is_mapped(const volatile void __iomem *token)
{
	unsigned long value = (__force unsigned long)token;

	for (unsigned int i = 0; i < MAX_MAPPINGS; i++) {
		if (value - mappings[i].start < mappings[i].size)
			return true;
	}
	return false;
}

void iounmap(volatile void __iomem *addr)
{
	if (!addr)
		return;
	if (shim_is_io((const volatile void __force *)addr))
		remove_mapping((__force unsigned long)addr);
	else
		SHIM_WARN(SHIM_BAD_UNMAP);
}

void __iomem *ioremap(resource_size_t offset, unsigned long size)
{
	return map_token(offset, size);
}

void __iomem *ioremap_wc(resource_size_t offset, unsigned long size)
{
	return map_token(offset, size);
}

void __iomem *ioremap_wt(resource_size_t offset, unsigned long size)
{
	return map_token(offset, size);
}

void __iomem *ioremap_uc(resource_size_t offset, unsigned long size)
{
	return map_token(offset, size);
}

void __iomem *ioremap_cache(resource_size_t offset, unsigned long size)
{
	return map_token(offset, size);
}

/* As on x86: there is no such mapping. */
void __iomem *ioremap_np(phys_addr_t offset, size_t size)
{
	(void)offset;
	(void)size;
	return NULL;
}

void __iomem *ioremap_prot(phys_addr_t offset, size_t size, unsigned long prot)
{
	(void)prot;
	return map_token(offset, size);
}

void __iomem *ioremap_encrypted(phys_addr_t offset, unsigned long size)
{
	return map_token(offset, size);
}

void __iomem *generic_ioremap_prot(phys_addr_t offset, size_t size, pgprot_t prot)
{
	(void)prot;
	return map_token(offset, size);
}

void __iomem *pci_remap_cfgspace(phys_addr_t offset, size_t size)
{
	return map_token(offset, size);
}

void __iomem *devm_ioremap(struct device *dev, resource_size_t offset, resource_size_t size)
{
	(void)dev;
	return map_token(offset, (unsigned long)size);
}

void __iomem *devm_ioremap_uc(struct device *dev, resource_size_t offset, resource_size_t size)
{
	return devm_ioremap(dev, offset, size);
}

void __iomem *devm_ioremap_wc(struct device *dev, resource_size_t offset, resource_size_t size)
{
	return devm_ioremap(dev, offset, size);
}

void __iomem *devm_ioremap_resource(struct device *dev, const struct resource *res)
{
	void __iomem *token;

	if (!res || !(res->flags & IORESOURCE_MEM))
		return IOMEM_ERR_PTR(-EINVAL);
	token = devm_ioremap(dev, res->start, resource_size(res));
	return token ? token : IOMEM_ERR_PTR(-ENOMEM);
}

void __iomem *devm_ioremap_resource_wc(struct device *dev, const struct resource *res)
{
	return devm_ioremap_resource(dev, res);
}

void devm_iounmap(struct device *dev, void __iomem *addr)
{
	(void)dev;
	iounmap(addr);
}

void __iomem *pci_iomap_range(struct pci_dev *dev, int bar, unsigned long offset,
                              unsigned long maxlen)
{
	unsigned long len = (unsigned long)pci_resource_len(dev, bar);

	if (!pci_resource_start(dev, bar) || offset >= len)
		return NULL;
	len -= offset;
	if (maxlen && len > maxlen)
		len = maxlen;
	return map_token(pci_resource_start(dev, bar) + offset, len);
}

void __iomem *pci_iomap_wc_range(struct pci_dev *dev, int bar, unsigned long offset,
                                 unsigned long maxlen)
{
	return pci_iomap_range(dev, bar, offset, maxlen);
}

void __iomem *pci_iomap(struct pci_dev *dev, int bar, unsigned long max)
{
	return pci_iomap_range(dev, bar, 0, max);
}

void __iomem *pci_iomap_wc(struct pci_dev *dev, int bar, unsigned long max)
{
	return pci_iomap(dev, bar, max);
}

void __iomem *pcim_iomap(struct pci_dev *pdev, int bar, unsigned long maxlen)
{
	return pci_iomap(pdev, bar, maxlen);
}

void __iomem *pcim_iomap_region(struct pci_dev *pdev, int bar, const char *name)
{
	void __iomem *token = pci_iomap(pdev, bar, 0);

	(void)name;
	return token ? token : IOMEM_ERR_PTR(-ENOMEM);
}

void pci_iounmap(struct pci_dev *dev, void __iomem *addr)
{
	(void)dev;
	iounmap(addr);
}

void __iomem *pci_ioremap_bar(struct pci_dev *pdev, int bar)
{
	return pci_iomap(pdev, bar, 0);
}

void __iomem *pci_ioremap_wc_bar(struct pci_dev *pdev, int bar)
{
	return pci_iomap(pdev, bar, 0);
}

struct resource *platform_get_resource(struct platform_device *pdev, unsigned int type,
                                       unsigned int num)
{
	for (u32 i = 0; i < pdev->num_resources; i++) {
		if ((pdev->resource[i].flags & type) && num-- == 0)
			return &pdev->resource[i];
	}
	return NULL;
}

void __iomem *devm_platform_get_and_ioremap_resource(struct platform_device *pdev,
                                                     unsigned int index, struct resource **res)
{
	struct resource *found = platform_get_resource(pdev, IORESOURCE_MEM, index);

	if (res)
		*res = found;
	return devm_ioremap_resource(&pdev->dev, found);
}

void __iomem *devm_platform_ioremap_resource(struct platform_device *pdev, unsigned int index)
{
	return devm_platform_get_and_ioremap_resource(pdev, index, NULL);
}

/* The one device node of this world is that of BAR 0's registers. */
void __iomem *of_iomap(struct device_node *node, int index)
{
	if (!node || index)
		return NULL;
	return map_token(shim_windows[0].phys, shim_windows[0].size);
}

/* As RAM, where the window is known to bear it. */
void *memremap(resource_size_t offset, size_t size, unsigned long flags)
{
	unsigned long phys = (unsigned long)offset;
	struct shim_window *window = shim_window_of_phys(phys);
	char *mapped;

	if (!flags)
		return NULL;
	if (shim_phys_is_ram(phys))
		return flags & MEMREMAP_WB ? (void *)(phys + PAGE_OFFSET) : NULL;
	if (!is_inside(phys, size) || !window->is_free_of_side_effects)
		return NULL;
	mapped = (char *)window->backing + (phys - window->phys);
	return add_mapping((unsigned long)mapped, size) ? mapped : NULL;
}

void memunmap(void *addr)
{
	/* RAM was in the linear map before, and stays there. */
	if (!addr || shim_region_of(addr) == SHIM_REGION_RAM)
		return;
	if (shim_is_io(addr))
		SHIM_WARN(SHIM_BAD_UNMAP);
	else
		remove_mapping((unsigned long)addr);
}

void *devm_memremap(struct device *dev, resource_size_t offset, size_t size, unsigned long flags)
{
	void *mapped = memremap(offset, size, flags);

	(void)dev;
	return mapped ? mapped : ERR_PTR(-ENXIO);
}

struct io_mapping *io_mapping_init_wc(struct io_mapping *iomap, resource_size_t base,
                                      unsigned long size)
{
	iomap->iomem = map_token(base, size);
	if (!iomap->iomem)
		return NULL;
	iomap->base = base;
	iomap->size = size;
	return iomap;
}

struct io_mapping *io_mapping_create_wc(resource_size_t base, unsigned long size)
{
	struct io_mapping *iomap = kmalloc(sizeof(*iomap), GFP_KERNEL);

	if (iomap && !io_mapping_init_wc(iomap, base, size)) {
		kfree(iomap);
		return NULL;
	}
	return iomap;
}

void io_mapping_free(struct io_mapping *iomap)
{
	iounmap(iomap->iomem);
	kfree(iomap);
}

void __iomem *io_mapping_map_wc(struct io_mapping *mapping, unsigned long offset,
                                unsigned long size)
{
	BUG_ON(offset + size > mapping->size);
	return mapping->iomem + offset;
}

void __iomem *io_mapping_map_local_wc(struct io_mapping *mapping, unsigned long offset)
{
	return io_mapping_map_wc(mapping, offset, PAGE_SIZE);
}

void io_mapping_unmap(void __iomem *vaddr)
{
	if (!shim_is_mapped(vaddr))
		SHIM_WARN(SHIM_BAD_UNMAP);
}

void io_mapping_unmap_local(void __iomem *vaddr)
{
	io_mapping_unmap(vaddr);
}
