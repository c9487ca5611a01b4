// SPDX-License-Identifier: GPL-2.0-or-later
// A request whose list is peer memory when there is a peer, and RAM otherwise.
// RUN: %check
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>

struct request {
	struct pci_dev *p2p_dev;
	struct scatterlist *sg;
	unsigned int sg_cnt;
};

int request_alloc(struct request *req, size_t len)
{
	if (req->p2p_dev) {
		req->sg = pci_p2pmem_alloc_sgl(req->p2p_dev, &req->sg_cnt, (u32)len);
		return req->sg ? 0 : -ENOMEM;
	}
	req->sg = sgl_alloc(len, GFP_KERNEL, &req->sg_cnt);
	return req->sg ? 0 : -ENOMEM;
}

size_t request_copy_bad(struct request *req, const void *buf, size_t len)
{
	return sg_pcopy_from_buffer(req->sg, req->sg_cnt, buf, len, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

size_t request_copy_correlated_ok(struct request *req, const void *buf, size_t len)
{
	if (req->p2p_dev)
		return 0;
	return sg_pcopy_from_buffer(req->sg, req->sg_cnt, buf, len, 0);
}

size_t request_copy_guarded_ok(struct request *req, const void *buf, size_t len)
{
	if (is_pci_p2pdma_page(sg_page(req->sg)))
		return 0;
	return sg_pcopy_from_buffer(req->sg, req->sg_cnt, buf, len, 0);
}

unsigned int request_map_ok(struct request *req)
{
	bool peer = is_pci_p2pdma_page(sg_page(req->sg));

	return peer ? 1 : req->sg_cnt;
}
