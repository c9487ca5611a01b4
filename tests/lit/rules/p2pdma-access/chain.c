// SPDX-License-Identifier: GPL-2.0-or-later
// A chained list has the entries of both parts.
// RUN: %check
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>

size_t chain_bad(struct pci_dev *pdev, struct scatterlist *head, void *buffer)
{
	unsigned int nents;
	struct scatterlist *peer = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	sg_init_table(head, 2);
	sg_set_page(&head[0], alloc_page(GFP_KERNEL), 4096, 0);
	sg_chain(head, 2, peer);
	return sg_copy_to_buffer(head, 2, buffer, 8192);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

size_t chain_ok(struct scatterlist *head, struct scatterlist *tail, void *buffer)
{
	sg_init_table(head, 2);
	sg_set_page(&head[0], alloc_page(GFP_KERNEL), 4096, 0);
	sg_init_table(tail, 1);
	sg_set_page(&tail[0], alloc_page(GFP_KERNEL), 4096, 0);
	sg_chain(head, 2, tail);
	return sg_copy_to_buffer(head, 2, buffer, 8192);
}
