/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Carrier (b): a page frame number whose high bits are marks.  Frame 0 is none. */
#ifndef SHIM_CARRIER_PFN_T_H
#define SHIM_CARRIER_PFN_T_H

#define CARRIER_LIST_MARKS (PFN_SG_CHAIN | PFN_SG_LAST | PFN_MAYBE_UNMAPPABLE)
/* The frame number alone: flags keep their meaning in a scrambled entry. */
#define CARRIER_MANGLE (~PFN_FLAGS_MASK)
#define CARRIER_POISON (0x5b5b5b5b5b5bULL | PFN_SPECIAL)

static inline unsigned long carrier_frame(const struct scatterlist *sg)
{
	return (unsigned long)(sg->__pfn.val & ~PFN_FLAGS_MASK);
}

static inline bool carrier_has_page(const struct scatterlist *sg)
{
	return carrier_frame(sg) && pfn_t_has_page(sg->__pfn);
}

static inline struct page *carrier_page(const struct scatterlist *sg)
{
	return carrier_has_page(sg) ? pfn_to_page(carrier_frame(sg)) : NULL;
}

static inline phys_addr_t carrier_phys(const struct scatterlist *sg)
{
	return PFN_PHYS(carrier_frame(sg));
}

static inline bool carrier_is_chain(const struct scatterlist *sg)
{
	return (sg->__pfn.val & PFN_SG_CHAIN) != 0;
}

static inline bool carrier_is_last(const struct scatterlist *sg)
{
	return (sg->__pfn.val & PFN_SG_LAST) != 0;
}

static inline bool carrier_is_iomem(const struct scatterlist *sg)
{
	return (sg->__pfn.val & PFN_IOMEM) != 0;
}

static inline void carrier_assign(struct scatterlist *sg, u64 val)
{
	u64 kept = SHIM_HAS_DEFECT(ASSIGN_LOSES_LAST) ? 0 : CARRIER_LIST_MARKS;

	sg->__pfn.val = (sg->__pfn.val & kept) | val;
}

static inline void carrier_set_page(struct scatterlist *sg, struct page *page, bool is_iomem)
{
	u64 flags = is_iomem ? PFN_IOMEM : 0;

	if (page && shim_page_is_io(page))
		flags |= PFN_DEV | PFN_MAP;
	carrier_assign(sg, page ? page_to_pfn(page) | flags : 0);
}

static inline bool carrier_set_pfn(struct scatterlist *sg, pfn_t pfn)
{
	carrier_assign(sg, pfn.val);
	return true;
}

static inline pfn_t carrier_pfn(const struct scatterlist *sg)
{
	u64 flags = sg->__pfn.val & PFN_FLAGS_MASK & ~CARRIER_LIST_MARKS;

	/* DEV and MAP go with the I/O mark: an unmarked page is a bare frame. */
	return __pfn_to_pfn_t(carrier_frame(sg), carrier_is_iomem(sg) ? flags : 0);
}

static inline struct scatterlist *carrier_chain(const struct scatterlist *sg)
{
	if (SHIM_HAS_DEFECT(CHAIN_BY_PFN))
		return (struct scatterlist *)(carrier_frame(sg) << PAGE_SHIFT);
	return sg->__chain;
}

static inline void carrier_set_chain(struct scatterlist *sg, struct scatterlist *next)
{
	u64 kept = sg->__pfn.val & PFN_MAYBE_UNMAPPABLE;

	sg->__pfn.val = kept | PFN_SG_CHAIN;
	if (SHIM_HAS_DEFECT(CHAIN_BY_PFN)) {
		BUG_ON((unsigned long)next & ~PAGE_MASK);
		sg->__pfn.val |= (unsigned long)next >> PAGE_SHIFT;
		return;
	}
	sg->__chain = next;
}

static inline void carrier_mark_end(struct scatterlist *sg)
{
	/* What was a link is an entry without a page. */
	if (carrier_is_chain(sg)) {
		sg->__pfn.val &= PFN_MAYBE_UNMAPPABLE;
		sg->__chain = NULL;
	}
	sg->__pfn.val |= PFN_SG_LAST;
}

static inline void carrier_unmark_end(struct scatterlist *sg)
{
	sg->__pfn.val &= ~PFN_SG_LAST;
}

static inline void carrier_set_unmappable(struct scatterlist *sg)
{
	sg->__pfn.val |= PFN_MAYBE_UNMAPPABLE;
}

static inline bool carrier_is_unmappable(const struct scatterlist *sg)
{
	return (sg->__pfn.val & PFN_MAYBE_UNMAPPABLE) != 0;
}

static inline void carrier_mangle(struct scatterlist *sg)
{
	sg->__pfn.val ^= CARRIER_MANGLE;
}

static inline bool carrier_is_frame(unsigned long frame)
{
	return shim_phys_is_ram(PFN_PHYS(frame)) || shim_pfn_is_io(frame);
}

static inline bool carrier_is_mangled(const struct scatterlist *sg)
{
	unsigned long frame = carrier_frame(sg) ^ (unsigned long)CARRIER_MANGLE;

	return frame == 0 || carrier_is_frame(frame);
}

static inline void carrier_poison(struct scatterlist *sg)
{
	sg->__pfn.val = CARRIER_POISON;
}

static inline bool carrier_is_poisoned(const struct scatterlist *sg)
{
	return sg->__pfn.val == CARRIER_POISON;
}

static inline bool carrier_is_plausible(const struct scatterlist *sg)
{
	unsigned long frame = carrier_frame(sg);

	return carrier_is_chain(sg) || !frame || carrier_is_frame(frame) || carrier_is_mangled(sg);
}

#endif
