/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Device memory that has struct pages. */
#ifndef SHIM_LINUX_MEMREMAP_H
#define SHIM_LINUX_MEMREMAP_H

#include <linux/mm_types.h>

enum memory_type {
	MEMORY_DEVICE_PRIVATE = 1,
	MEMORY_DEVICE_COHERENT,
	MEMORY_DEVICE_FS_DAX,
	MEMORY_DEVICE_GENERIC,
	MEMORY_DEVICE_PCI_P2PDMA,
};

struct range {
	u64 start;
	u64 end;
};

struct dev_pagemap {
	enum memory_type type;
	unsigned int flags;
	int nr_range;
	struct range range;
};

struct device;

bool is_zone_device_page(const struct page *page);
bool folio_is_zone_device(const struct folio *folio);
bool is_device_private_page(const struct page *page);
bool is_device_coherent_page(const struct page *page);
bool is_pci_p2pdma_page(const struct page *page);
bool zone_device_pages_have_same_pgmap(const struct page *a, const struct page *b);
void *memremap_pages(struct dev_pagemap *pgmap, int nid);
void *devm_memremap_pages(struct device *dev, struct dev_pagemap *pgmap);

bool folio_is_device_private(const struct folio *folio);
bool folio_is_device_coherent(const struct folio *folio);

#endif
