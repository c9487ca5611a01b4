/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Block devices and their queues. */
#ifndef SHIM_LINUX_BLKDEV_H
#define SHIM_LINUX_BLKDEV_H

#include <linux/bio.h>
#include <linux/dma-mapping.h>

#define BLK_FEAT_PCI_P2PDMA (1u << 12)

struct queue_limits {
	u32 features;
};

struct request_queue {
	struct queue_limits limits;
};

#define blk_queue_pci_p2pdma(q) ((q)->limits.features & BLK_FEAT_PCI_P2PDMA)
#define dma_map_bvec(dev, bv, dir, attrs) \
	dma_map_page_attrs(dev, (bv)->bv_page, (bv)->bv_offset, (bv)->bv_len, (dir), (attrs))

#endif
