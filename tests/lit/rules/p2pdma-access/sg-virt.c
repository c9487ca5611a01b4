// SPDX-License-Identifier: GPL-2.0-or-later
// From a scatterlist entry to a pointer; the access is the finding.
// RUN: %check
#include <linux/highmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>

u32 sg_virt_bad(struct pci_dev *pdev)
{
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	return *(u32 *)sg_virt(sgl);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

u32 sg_page_kmap_bad(struct pci_dev *pdev)
{
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);
	u32 *words = kmap(sg_page(sgl));

	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

u32 sg_walk_bad(struct pci_dev *pdev)
{
	struct scatterlist *sg, *sgl;
	unsigned int nents, i;
	u32 total = 0;

	sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);
	for_each_sg(sgl, sg, nents, i) total += *(u32 *)sg_virt(sg);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
	return total;
}

void sg_names_only_ok(struct pci_dev *pdev)
{
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	pci_free_p2pmem(pdev, sg_virt(sgl), sgl->length);
}

dma_addr_t sg_phys_ok(struct pci_dev *pdev)
{
	unsigned int nents;

	return sg_phys(pci_p2pmem_alloc_sgl(pdev, &nents, 4096));
}
