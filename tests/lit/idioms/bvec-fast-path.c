// SPDX-License-Identifier: GPL-2.0-or-later
// The fast path for pages that are no peer memory (drivers/nvme/host/pci.c).
// RUN: %check
#include <linux/blk-mq.h>
#include <linux/memremap.h>

dma_addr_t map_data_ok(struct device *dev, struct request *req)
{
	struct bio_vec bv = req_bvec(req);

	if (!is_pci_p2pdma_page(bv.bv_page))
		return dma_map_bvec(dev, &bv, DMA_TO_DEVICE, 0);
	return DMA_MAPPING_ERROR;
}
