/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Carrier (a): a page pointer whose three low bits are marks. */
#ifndef SHIM_CARRIER_PAGE_LINK_H
#define SHIM_CARRIER_PAGE_LINK_H

#define SG_PAGE_LINK_MASK (SG_CHAIN | SG_END | SG_IOMEM)
#define CARRIER_MANGLE (~0xffUL)
#define CARRIER_POISON 0x5b5b5b5b5b5b5b58UL
/* The pointer has no bit left, so what is said of the list is beside the DMA flags. */
#define CARRIER_UNMAPPABLE (1U << 31)

static inline struct page *carrier_page(const struct scatterlist *sg)
{
	return (struct page *)(sg->page_link & ~SG_PAGE_LINK_MASK);
}

static inline bool carrier_has_page(const struct scatterlist *sg)
{
	return carrier_page(sg) != NULL;
}

static inline phys_addr_t carrier_phys(const struct scatterlist *sg)
{
	struct page *page = carrier_page(sg);

	return page ? page_to_phys(page) : 0;
}

static inline bool carrier_is_chain(const struct scatterlist *sg)
{
	return (sg->page_link & SG_CHAIN) != 0;
}

static inline bool carrier_is_last(const struct scatterlist *sg)
{
	return (sg->page_link & SG_END) != 0;
}

static inline bool carrier_is_iomem(const struct scatterlist *sg)
{
	return (sg->page_link & SG_IOMEM) != 0;
}

static inline void carrier_set_page(struct scatterlist *sg, struct page *page, bool is_iomem)
{
	unsigned long kept = SHIM_HAS_DEFECT(ASSIGN_LOSES_LAST) ? 0 : SG_CHAIN | SG_END;

	sg->page_link = (sg->page_link & kept) | (unsigned long)page | (is_iomem ? SG_IOMEM : 0);
}

static inline bool carrier_set_pfn(struct scatterlist *sg, pfn_t pfn)
{
	struct page *page = pfn_t_to_page(pfn);

	if (page)
		carrier_set_page(sg, page, pfn_t_is_iomem(pfn));
	return page != NULL;
}

static inline pfn_t carrier_pfn(const struct scatterlist *sg)
{
	struct page *page = carrier_page(sg);
	u64 flags = carrier_is_iomem(sg) ? PFN_IOMEM | PFN_DEV | PFN_MAP : 0;

	return __pfn_to_pfn_t(page ? page_to_pfn(page) : 0, flags);
}

static inline struct scatterlist *carrier_chain(const struct scatterlist *sg)
{
	return (struct scatterlist *)(sg->page_link & ~SG_PAGE_LINK_MASK);
}

static inline void carrier_set_chain(struct scatterlist *sg, struct scatterlist *next)
{
	sg->page_link = (unsigned long)next | SG_CHAIN;
	sg->offset = 0;
	sg->length = 0;
}

static inline void carrier_mark_end(struct scatterlist *sg)
{
	/* What was a link is an entry without a page. */
	if (carrier_is_chain(sg))
		sg->page_link = 0;
	sg->page_link |= SG_END;
}

static inline void carrier_unmark_end(struct scatterlist *sg)
{
	sg->page_link &= ~SG_END;
}

static inline void carrier_set_unmappable(struct scatterlist *sg)
{
	sg->dma_flags |= CARRIER_UNMAPPABLE;
}

static inline bool carrier_is_unmappable(const struct scatterlist *sg)
{
	return (sg->dma_flags & CARRIER_UNMAPPABLE) != 0;
}

static inline void carrier_mangle(struct scatterlist *sg)
{
	sg->page_link ^= CARRIER_MANGLE;
}

static inline bool carrier_is_mangled(const struct scatterlist *sg)
{
	unsigned long page = (sg->page_link ^ CARRIER_MANGLE) & ~SG_PAGE_LINK_MASK;

	/* A page-less entry shows as all bits but the lowest eight. */
	return page == 0 || shim_page_is_known((struct page *)page);
}

static inline void carrier_poison(struct scatterlist *sg)
{
	sg->page_link = CARRIER_POISON;
}

static inline bool carrier_is_poisoned(const struct scatterlist *sg)
{
	return sg->page_link == CARRIER_POISON;
}

static inline bool carrier_is_plausible(const struct scatterlist *sg)
{
	struct page *page = carrier_page(sg);

	return carrier_is_chain(sg) || !page || shim_page_is_known(page) || carrier_is_mangled(sg);
}

#endif
