/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PCI devices and their BARs. */
#ifndef SHIM_LINUX_PCI_H
#define SHIM_LINUX_PCI_H

#include <linux/device.h>
#include <linux/io.h>
#include <linux/ioport.h>

#define PCI_NUM_RESOURCES 17
#define PCI_ANY_ID (~0U)

struct pci_dev {
	unsigned short vendor;
	unsigned short device;
	unsigned int irq;
	struct device dev;
	struct resource resource[PCI_NUM_RESOURCES];
};

struct pci_device_id {
	u32 vendor, device, subvendor, subdevice;
	u32 class, class_mask;
	unsigned long driver_data;
};

struct pci_driver {
	const char *name;
	const struct pci_device_id *id_table;
	int (*probe)(struct pci_dev *dev, const struct pci_device_id *id);
	void (*remove)(struct pci_dev *dev);
	struct device_driver driver;
};

#define PCI_DEVICE(vend, dev) \
	.vendor = (vend), .device = (dev), .subvendor = PCI_ANY_ID, .subdevice = PCI_ANY_ID
#define to_pci_dev(n) container_of(n, struct pci_dev, dev)

#define pci_resource_n(dev, bar) (&(dev)->resource[bar])
#define pci_resource_start(dev, bar) (pci_resource_n(dev, bar)->start)
#define pci_resource_end(dev, bar) (pci_resource_n(dev, bar)->end)
#define pci_resource_flags(dev, bar) (pci_resource_n(dev, bar)->flags)
#define pci_resource_len(dev, bar) resource_size(pci_resource_n(dev, bar))

int pci_register_driver(struct pci_driver *driver);
int pci_enable_device(struct pci_dev *dev);
int pcim_enable_device(struct pci_dev *dev);
void pci_disable_device(struct pci_dev *dev);
void pci_set_master(struct pci_dev *dev);
pci_bus_addr_t pci_bus_address(struct pci_dev *pdev, int bar);

void __iomem *pci_iomap(struct pci_dev *dev, int bar, unsigned long max);
void __iomem *pci_iomap_range(struct pci_dev *dev, int bar, unsigned long offset,
                              unsigned long maxlen);
void __iomem *pci_iomap_wc(struct pci_dev *dev, int bar, unsigned long max);
void pci_iounmap(struct pci_dev *dev, void __iomem *addr);
void __iomem *pci_ioremap_bar(struct pci_dev *pdev, int bar);
void __iomem *pci_ioremap_wc_bar(struct pci_dev *pdev, int bar);
void __iomem *pcim_iomap(struct pci_dev *pdev, int bar, unsigned long maxlen);
void __iomem *pcim_iomap_region(struct pci_dev *pdev, int bar, const char *name);
void __iomem *const *pcim_iomap_table(struct pci_dev *pdev);
int pcim_iomap_regions(struct pci_dev *pdev, int mask, const char *name);
void __iomem *pci_map_rom(struct pci_dev *pdev, size_t *size);
void pci_unmap_rom(struct pci_dev *pdev, void __iomem *rom);

static inline void *pci_get_drvdata(struct pci_dev *pdev)
{
	return dev_get_drvdata(&pdev->dev);
}

static inline void pci_set_drvdata(struct pci_dev *pdev, void *data)
{
	dev_set_drvdata(&pdev->dev, data);
}

void __iomem *pci_iomap_wc_range(struct pci_dev *dev, int bar, unsigned long offset,
                                 unsigned long maxlen);
void __iomem *pcim_iomap_range(struct pci_dev *pdev, int bar, unsigned long offset,
                               unsigned long len);
void __iomem *devm_pci_remap_cfgspace(struct device *dev, resource_size_t offset,
                                      resource_size_t size);
void __iomem *devm_pci_remap_cfg_resource(struct device *dev, struct resource *res);

#endif
