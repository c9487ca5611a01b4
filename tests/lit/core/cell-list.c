// SPDX-License-Identifier: GPL-2.0-or-later
// A list kept in a field between its allocation and its use, in functions that nobody calls.
// RUN: %check
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>

struct request {
	struct pci_dev *peer;
	struct scatterlist *sgl;
	unsigned int nents;
};

void request_open(struct request *request)
{
	request->sgl = pci_p2pmem_alloc_sgl(request->peer, &request->nents, PAGE_SIZE);
}

void request_copy_bad(struct request *request, void *to)
{
	// CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: 'request->sgl' is peer-to-peer I/O memory from pci_p2pmem_alloc_sgl(){{.*}} [p2pdma-access]
	sg_copy_to_buffer(request->sgl, request->nents, to, 16);
}

u8 request_address_bad(struct request *request)
{
	// CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: '*sg_virt()' is peer-to-peer I/O memory from pci_p2pmem_alloc_sgl(){{.*}} [p2pdma-access]
	return *(u8 *)sg_virt(request->sgl);
}
