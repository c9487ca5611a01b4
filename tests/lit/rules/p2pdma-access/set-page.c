// SPDX-License-Identifier: GPL-2.0-or-later
// What is put into an entry is what comes out.
// RUN: %check
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>

u32 set_page_bad(struct pci_dev *pdev)
{
	struct page *page = virt_to_page(pci_alloc_p2pmem(pdev, 4096));
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	sg_set_page(&sg, page, 4096, 0);
	return *(u32 *)sg_virt(&sg);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

u32 set_page_replaced_ok(struct pci_dev *pdev)
{
	struct page *page = virt_to_page(pci_alloc_p2pmem(pdev, 4096));
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	sg_set_page(&sg, page, 4096, 0);
	sg_set_page(&sg, alloc_page(GFP_KERNEL), 4096, 0);
	return *(u32 *)sg_virt(&sg);
}

u32 struct_copy_bad(struct pci_dev *pdev)
{
	struct page *page = virt_to_page(pci_alloc_p2pmem(pdev, 4096));
	struct scatterlist sg, copy;

	sg_init_table(&sg, 1);
	sg_set_page(&sg, page, 4096, 0);
	copy = sg;
	return *(u32 *)sg_virt(&copy);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}
