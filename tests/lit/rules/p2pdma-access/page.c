// SPDX-License-Identifier: GPL-2.0-or-later
// The page of P2PDMA memory, mapped and read.
// RUN: %check
#include <linux/highmem.h>
#include <linux/pci-p2pdma.h>

u32 p2p_page_address_bad(struct pci_dev *pdev)
{
	struct page *page = virt_to_page(pci_alloc_p2pmem(pdev, 4096));
	u32 *words = page_address(page);

	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

u32 p2p_kmap_bad(struct pci_dev *pdev)
{
	struct page *page = virt_to_page(pci_alloc_p2pmem(pdev, 4096));
	u32 *words = kmap_local_page(page);
	u32 value = words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]

	kunmap_local(words);
	return value;
}

void p2p_memzero_page_bad(struct pci_dev *pdev)
{
	memzero_page(virt_to_page(pci_alloc_p2pmem(pdev, 4096)), 0, 4096);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

u32 p2p_guarded_ok(struct page *other, struct pci_dev *pdev, bool peer)
{
	struct page *page = other;

	if (peer)
		page = virt_to_page(pci_alloc_p2pmem(pdev, 4096));
	if (is_pci_p2pdma_page(page))
		return 0;
	return *(u32 *)page_address(page);
}

u32 p2p_guard_inverted_bad(struct page *other, struct pci_dev *pdev, bool peer)
{
	struct page *page = other;

	if (peer)
		page = virt_to_page(pci_alloc_p2pmem(pdev, 4096));
	if (!is_pci_p2pdma_page(page))
		return 0;
	return *(u32 *)page_address(page);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

unsigned long p2p_page_flags_ok(struct pci_dev *pdev)
{
	return virt_to_page(pci_alloc_p2pmem(pdev, 4096))->flags;
}
