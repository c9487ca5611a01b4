// SPDX-License-Identifier: GPL-2.0-or-later
// The table is kept in the importer's object and looked at elsewhere.
// RUN: %check
#include <drm/drm_prime.h>
#include <linux/dma-buf.h>

struct import {
	struct dma_buf_attachment *attach;
	struct sg_table *sgt;
	struct page *pages[4];
};

int import_map(struct import *import)
{
	import->sgt = dma_buf_map_attachment(import->attach, DMA_BIDIRECTIONAL);
	return PTR_ERR_OR_ZERO(import->sgt);
}

void import_pages_bad(struct import *import)
{
	struct scatterlist *sg;
	unsigned int i;

	for_each_sgtable_sg(import->sgt, sg, i) import->pages[i & 3] = sg_page(sg);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[dmabuf-page]
}

int import_page_array_bad(struct import *import)
{
	return drm_prime_sg_to_page_array(import->sgt, import->pages, 4);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[dmabuf-page]
}

int import_addresses_ok(struct import *import, dma_addr_t *addresses)
{
	return drm_prime_sg_to_dma_addr_array(import->sgt, addresses, 4);
}
