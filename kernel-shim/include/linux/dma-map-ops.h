/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What implementations of DMA mapping use. */
#ifndef SHIM_LINUX_DMA_MAP_OPS_H
#define SHIM_LINUX_DMA_MAP_OPS_H

#include <linux/dma-mapping.h>

enum pci_p2pdma_map_type {
	PCI_P2PDMA_MAP_UNKNOWN = 0,
	PCI_P2PDMA_MAP_NOT_SUPPORTED,
	PCI_P2PDMA_MAP_BUS_ADDR,
	PCI_P2PDMA_MAP_THRU_HOST_BRIDGE,
};

struct pci_p2pdma_map_state {
	struct dev_pagemap *pgmap;
	int map;
	u64 bus_off;
};

int dma_declare_coherent_memory(struct device *dev, phys_addr_t phys_addr, dma_addr_t device_addr,
                                size_t size);
enum pci_p2pdma_map_type pci_p2pdma_map_segment(struct pci_p2pdma_map_state *state,
                                                struct device *dev, struct scatterlist *sg);

#endif
