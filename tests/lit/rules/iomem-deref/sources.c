// SPDX-License-Identifier: GPL-2.0-or-later
// Every function that maps I/O memory is a source.
// RUN: %check
#include <linux/io.h>
#include <linux/of_address.h>
#include <linux/pci.h>
#include <linux/platform_device.h>

u32 source_ioremap_wc_bad(resource_size_t start)
{
	return *(u32 *)ioremap_wc(start, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 source_devm_ioremap_bad(struct device *dev, resource_size_t start)
{
	return *(u32 *)devm_ioremap(dev, start, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 source_platform_bad(struct platform_device *pdev)
{
	return *(u32 *)devm_platform_ioremap_resource(pdev, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 source_of_iomap_bad(struct device_node *node)
{
	return *(u32 *)of_iomap(node, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 source_pci_iomap_bad(struct pci_dev *pdev)
{
	return *(u32 *)pci_iomap(pdev, 0, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 source_pci_ioremap_bar_bad(struct pci_dev *pdev)
{
	return *(u32 *)pci_ioremap_bar(pdev, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 source_pcim_iomap_table_bad(struct pci_dev *pdev)
{
	return *(u32 *)pcim_iomap_table(pdev)[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 source_pci_map_rom_bad(struct pci_dev *pdev)
{
	size_t size;

	return *(u16 *)pci_map_rom(pdev, &size);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
