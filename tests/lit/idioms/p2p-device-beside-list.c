// SPDX-License-Identifier: GPL-2.0-or-later
// A flag field that goes with one kind: req->p2p_dev is set exactly when req->sg is P2PDMA memory.
// RUN: %check
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>
struct request {
	struct pci_dev *p2p_dev;
	struct scatterlist *sg;
	unsigned int sg_cnt;
};

static int alloc_p2p(struct pci_dev *p2p_dev, struct request *req)
{
	req->sg = pci_p2pmem_alloc_sgl(p2p_dev, &req->sg_cnt, 4096);
	if (!req->sg)
		return -12;
	req->p2p_dev = p2p_dev;
	return 0;
}

int request_alloc(struct pci_dev *p2p_dev, struct request *req)
{
	if (p2p_dev && !alloc_p2p(p2p_dev, req))
		return 0;
	req->sg = sgl_alloc(4096, GFP_KERNEL, &req->sg_cnt);
	return req->sg ? 0 : -12;
}

void request_free_ok(struct request *req)
{
	if (req->p2p_dev)
		pci_p2pmem_free_sgl(req->p2p_dev, req->sg);
	else
		sgl_free(req->sg);
}

size_t request_zero_bad(struct request *req)
{
	return sg_zero_buffer(req->sg, req->sg_cnt, 4096, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}
