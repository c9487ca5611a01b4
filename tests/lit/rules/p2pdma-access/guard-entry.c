// SPDX-License-Identifier: GPL-2.0-or-later
// A test of one entry of a list from one allocator covers the list.
// RUN: %check
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>
#include <linux/string.h>

static struct scatterlist *list_alloc(struct pci_dev *peer, unsigned int *nents)
{
	if (peer)
		return pci_p2pmem_alloc_sgl(peer, nents, 65536);
	return sgl_alloc(65536, GFP_KERNEL, nents);
}

void homogeneous_guard_ok(struct pci_dev *peer)
{
	struct scatterlist *sg, *sgl;
	unsigned int nents, i;

	sgl = list_alloc(peer, &nents);
	if (!sgl || is_pci_p2pdma_page(sg_page(sgl)))
		return;
	for_each_sg(sgl, sg, nents, i) memset(sg_virt(sg), 0, sg->length);
}

void each_entry_guard_ok(struct pci_dev *peer)
{
	struct scatterlist *sg, *sgl;
	unsigned int nents, i;

	sgl = list_alloc(peer, &nents);
	for_each_sg(sgl, sg, nents, i)
	{
		if (is_pci_p2pdma_page(sg_page(sg)))
			continue;
		memset(sg_virt(sg), 0, sg->length);
	}
}

void no_guard_bad(struct pci_dev *peer)
{
	struct scatterlist *sg, *sgl;
	unsigned int nents, i;

	sgl = list_alloc(peer, &nents);
	for_each_sg(sgl, sg, nents, i) memset(sg_virt(sg), 0, sg->length);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

void guard_after_loop_bad(struct pci_dev *peer)
{
	struct scatterlist *sg, *sgl;
	unsigned int nents, i;

	sgl = list_alloc(peer, &nents);
	for_each_sg(sgl, sg, nents, i) memset(sg_virt(sg), 0, sg->length);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
	if (is_pci_p2pdma_page(sg_page(sgl)))
		return;
	memset(sg_virt(sgl), 0xff, sgl->length);
}
