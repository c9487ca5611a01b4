// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The commands that the target answers itself write the answer with the CPU,
 * and so they refuse lists in a peer's memory.
 */

#include "p2p_target.h"

int target_request_alloc(struct target_request *req)
{
	if (req->p2p_dev) {
		req->sg = pci_p2pmem_alloc_sgl(req->p2p_dev, &req->sg_cnt, (u32)req->transfer_len);
		if (req->sg)
			return 0;
		/* No room on the peer: fall back to RAM, and remember it. */
		req->p2p_dev = NULL;
	}
	req->sg = sgl_alloc(req->transfer_len, GFP_KERNEL, &req->sg_cnt);
	return req->sg ? 0 : -ENOMEM;
}

void target_request_free(struct target_request *req)
{
	if (req->p2p_dev)
		pci_p2pmem_free_sgl(req->p2p_dev, req->sg);
	else
		sgl_free(req->sg);
	req->sg = NULL;
}

/* Requests in a peer's memory must not be merged with requests in RAM. */
bool target_may_merge(const struct target_request *req)
{
	return !is_pci_p2pdma_page(sg_page(req->sg));
}

u16 target_report(struct target_request *req, const void *report, size_t len)
{
	if (req->p2p_dev)
		return 0x4002;
	if (sg_copy_from_buffer(req->sg, req->sg_cnt, report, len) != len)
		return 0x4003;
	return 0;
}

u16 target_zero(struct target_request *req)
{
	if (is_pci_p2pdma_page(sg_page(req->sg)))
		return 0x4002;
	sg_zero_buffer(req->sg, req->sg_cnt, req->transfer_len, 0);
	return 0;
}
