// SPDX-License-Identifier: GPL-2.0-or-later
// An importer may use the DMA side of a mapped table, and nothing else.
// RUN: %check
#include <linux/dma-buf.h>

struct page *table_page_bad(struct dma_buf_attachment *attach)
{
	struct sg_table *sgt = dma_buf_map_attachment(attach, DMA_TO_DEVICE);

	return sg_page(sgt->sgl);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[dmabuf-page]
}

void *table_virt_bad(struct dma_buf_attachment *attach)
{
	struct sg_table *sgt = dma_buf_map_attachment_unlocked(attach, DMA_TO_DEVICE);

	if (IS_ERR(sgt))
		return NULL;
	return sg_virt(sgt->sgl);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[dmabuf-page]
}

dma_addr_t table_phys_bad(struct dma_buf_attachment *attach)
{
	struct sg_table *sgt = dma_buf_map_attachment(attach, DMA_TO_DEVICE);

	return sg_phys(sgt->sgl);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[dmabuf-page]
}

u64 table_dma_ok(struct dma_buf_attachment *attach)
{
	struct sg_table *sgt = dma_buf_map_attachment(attach, DMA_TO_DEVICE);
	struct scatterlist *sg;
	unsigned int i;
	u64 total = 0;

	for_each_sgtable_dma_sg(sgt, sg, i) total += sg_dma_address(sg) + sg_dma_len(sg);
	return total;
}
