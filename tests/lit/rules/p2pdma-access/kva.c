// SPDX-License-Identifier: GPL-2.0-or-later
// P2PDMA memory has a kernel address, and is I/O memory all the same.
// RUN: %check
#include <linux/io.h>
#include <linux/pci-p2pdma.h>
#include <linux/string.h>

u32 p2p_deref_bad(struct pci_dev *pdev)
{
	u32 *words = pci_alloc_p2pmem(pdev, 4096);

	return words ? words[0] : 0;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

void p2p_memset_bad(struct pci_dev *pdev)
{
	void *buffer = pci_alloc_p2pmem(pdev, 4096);

	if (buffer)
		memset(buffer, 0, 4096);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

u32 p2p_readl_ok(struct pci_dev *pdev)
{
	void *buffer = pci_alloc_p2pmem(pdev, 4096);

	return buffer ? readl((void __iomem *)buffer) : 0;
}

pci_bus_addr_t p2p_token_ok(struct pci_dev *pdev)
{
	void *buffer = pci_alloc_p2pmem(pdev, 4096);
	pci_bus_addr_t bus = pci_p2pmem_virt_to_bus(pdev, buffer);

	pci_free_p2pmem(pdev, buffer, 4096);
	return bus;
}

struct page *p2p_page_ok(struct pci_dev *pdev)
{
	return virt_to_page(pci_alloc_p2pmem(pdev, 4096));
}
