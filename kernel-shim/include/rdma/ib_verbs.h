/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Remote DMA; some devices are software and read with the CPU. */
#ifndef SHIM_RDMA_IB_VERBS_H
#define SHIM_RDMA_IB_VERBS_H

#include <linux/dma-mapping.h>

struct ib_device;
struct ib_mr;

bool ib_uses_virt_dma(struct ib_device *dev);
bool ib_dma_pci_p2p_dma_supported(struct ib_device *dev);
u64 ib_dma_map_single(struct ib_device *dev, void *cpu_addr, size_t size,
                      enum dma_data_direction direction);
u64 ib_dma_map_page(struct ib_device *dev, struct page *page, unsigned long offset, size_t size,
                    enum dma_data_direction direction);
int ib_dma_map_sg(struct ib_device *dev, struct scatterlist *sg, int nents,
                  enum dma_data_direction direction);
int ib_dma_map_sgtable_attrs(struct ib_device *dev, struct sg_table *sgt,
                             enum dma_data_direction direction, unsigned long dma_attrs);
int ib_dma_virt_map_sg(struct ib_device *dev, struct scatterlist *sg, int nents);
void *ib_virt_dma_to_ptr(u64 dma_addr);
struct page *ib_virt_dma_to_page(u64 dma_addr);
int ib_map_mr_sg(struct ib_mr *mr, struct scatterlist *sg, int sg_nents, unsigned int *sg_offset,
                 unsigned int page_size);

#endif
