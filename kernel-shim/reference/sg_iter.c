// SPDX-License-Identifier: GPL-2.0-or-later
/* Walking a list page by page. */
#include "carrier.h"

static unsigned int page_count(const struct scatterlist *sg)
{
	return (unsigned int)(PAGE_ALIGN((unsigned long)sg->offset + sg->length) >> PAGE_SHIFT);
}

static unsigned int dma_page_count(const struct scatterlist *sg)
{
	unsigned long offset = sg_dma_address(sg) & ~PAGE_MASK;

	return (unsigned int)(PAGE_ALIGN(offset + sg_dma_len(sg)) >> PAGE_SHIFT);
}

void __sg_page_iter_start(struct sg_page_iter *piter, struct scatterlist *sglist,
                          unsigned int nents, unsigned long pgoffset)
{
	shim_need(piter);
	piter->__pg_advance = 0;
	piter->__nents = nents;
	piter->sg = sglist;
	piter->sg_pgoffset = (unsigned int)pgoffset;
}

static bool advance(struct sg_page_iter *piter, unsigned int (*count)(const struct scatterlist *))
{
	shim_need(piter);
	if (!piter->__nents || !piter->sg)
		return false;
	shim_entry(piter->sg);
	piter->sg_pgoffset += (unsigned int)piter->__pg_advance;
	piter->__pg_advance = 1;
	while (piter->sg_pgoffset >= count(piter->sg)) {
		piter->sg_pgoffset -= count(piter->sg);
		piter->sg = sg_next(piter->sg);
		if (!--piter->__nents || !piter->sg)
			return false;
	}
	return true;
}

bool __sg_page_iter_next(struct sg_page_iter *piter)
{
	return advance(piter, page_count);
}

bool __sg_page_iter_dma_next(struct sg_dma_page_iter *dma_iter)
{
	return advance(&dma_iter->base, dma_page_count);
}

struct page *sg_page_iter_page(struct sg_page_iter *piter)
{
	struct page *page;

	shim_need(piter);
	page = sg_page(piter->sg);
	return page ? nth_page(page, piter->sg_pgoffset) : NULL;
}

dma_addr_t sg_page_iter_dma_address(struct sg_dma_page_iter *dma_iter)
{
	shim_need(dma_iter);
	return sg_dma_address(shim_entry(dma_iter->base.sg)) +
	       ((dma_addr_t)dma_iter->base.sg_pgoffset << PAGE_SHIFT);
}
