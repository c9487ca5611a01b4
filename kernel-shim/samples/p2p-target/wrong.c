// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The commands that the target answers itself forget that the list may be in a
 * peer's memory: the CPU copies into a BAR as if it were RAM.
 */

#include "p2p_target.h"

#include <linux/dma-mapping.h>

static const u8 capabilities[64] = "p2p-target";

static int target_request_alloc(struct target_request *req)
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

static void target_request_free(struct target_request *req)
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

/* The data goes from device to device: the CPU hands out addresses only. */
static u16 target_write(struct target_request *req)
{
	if (!dma_map_sg(req->dma_dev, req->sg, (int)req->sg_cnt, DMA_FROM_DEVICE))
		return TARGET_NOT_SUPPORTED;
	dma_unmap_sg(req->dma_dev, req->sg, (int)req->sg_cnt, DMA_FROM_DEVICE);
	return TARGET_OK;
}

static u16 target_report(struct target_request *req)
{
	size_t len = sizeof(capabilities), n;

	n = sg_copy_from_buffer(req->sg, req->sg_cnt, capabilities, len); /* wrong: p2pdma-access */
	return n == len ? TARGET_OK : TARGET_SHORT;
}

static u16 target_zero(struct target_request *req)
{
	sg_zero_buffer(req->sg, req->sg_cnt, req->transfer_len, 0); /* wrong: p2pdma-access */
	return TARGET_OK;
}

static u16 (*const commands[TARGET_OPCODES])(struct target_request *req) = {
	[TARGET_WRITE] = target_write,
	[TARGET_REPORT] = target_report,
	[TARGET_ZERO] = target_zero,
};

void target_execute(struct target_request *req)
{
	if (target_request_alloc(req)) {
		req->status = TARGET_NO_SPACE;
		return;
	}
	req->status = commands[req->opcode](req);
	target_request_free(req);
}
