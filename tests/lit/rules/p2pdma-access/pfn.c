// SPDX-License-Identifier: GPL-2.0-or-later
// The same memory by page frame number and physical address.
// RUN: %check
#include <linux/mm.h>
#include <linux/pci-p2pdma.h>

u32 p2p_pfn_bad(struct pci_dev *pdev)
{
	unsigned long pfn = page_to_pfn(virt_to_page(pci_alloc_p2pmem(pdev, 4096)));

	return *(u32 *)page_address(pfn_to_page(pfn));
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

u32 p2p_phys_bad(struct pci_dev *pdev)
{
	phys_addr_t phys = virt_to_phys(pci_alloc_p2pmem(pdev, 4096));

	return *(u32 *)phys_to_virt(phys);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

int p2p_remap_ok(struct pci_dev *pdev, struct vm_area_struct *vma)
{
	unsigned long pfn = page_to_pfn(virt_to_page(pci_alloc_p2pmem(pdev, 4096)));

	return remap_pfn_range(vma, vma->vm_start, pfn, PAGE_SIZE, vma->vm_page_prot);
}
