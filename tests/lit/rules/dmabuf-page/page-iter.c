// SPDX-License-Identifier: GPL-2.0-or-later
// Page iterators look at pages; DMA iterators do not.
// RUN: %check
#include <linux/dma-buf.h>

void page_iter_bad(struct dma_buf_attachment *attach, struct page **pages)
{
	struct sg_table *sgt = dma_buf_map_attachment(attach, DMA_TO_DEVICE);
	struct sg_page_iter iter;

	for_each_sgtable_page(sgt, &iter, 0) *pages++ = sg_page_iter_page(&iter);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[dmabuf-page]
}

void dma_page_iter_ok(struct dma_buf_attachment *attach, dma_addr_t *addresses)
{
	struct sg_table *sgt = dma_buf_map_attachment(attach, DMA_TO_DEVICE);
	struct sg_dma_page_iter iter;

	for_each_sgtable_dma_page(sgt, &iter, 0) *addresses++ = sg_page_iter_dma_address(&iter);
}
