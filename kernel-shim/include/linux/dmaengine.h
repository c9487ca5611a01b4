/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Transfers by a DMA controller: the device side of a list only. */
#ifndef SHIM_LINUX_DMAENGINE_H
#define SHIM_LINUX_DMAENGINE_H

#include <linux/scatterlist.h>

struct dma_chan;
struct dma_async_tx_descriptor;
enum dma_transfer_direction { DMA_MEM_TO_MEM, DMA_MEM_TO_DEV, DMA_DEV_TO_MEM };

struct dma_async_tx_descriptor *
dmaengine_prep_slave_sg(struct dma_chan *chan, struct scatterlist *sgl, unsigned int sg_len,
                        enum dma_transfer_direction dir, unsigned long flags);

#endif
