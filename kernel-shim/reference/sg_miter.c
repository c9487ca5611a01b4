// SPDX-License-Identifier: GPL-2.0-or-later
/* The mapping iterator: one chunk of at most a page at a time, mapped for the CPU. */
#include "carrier.h"

#include <linux/highmem.h>

void sg_miter_start(struct sg_mapping_iter *miter, struct scatterlist *sgl, unsigned int nents,
                    unsigned int flags)
{
	shim_need(miter);
	*miter = (struct sg_mapping_iter){.__flags = flags};
	__sg_page_iter_start(&miter->piter, shim_entry(sgl), nents, 0);
	if (!(flags & (SG_MITER_TO_SG | SG_MITER_FROM_SG)))
		SHIM_WARN(SHIM_WARN_ON);
}

static bool get_next_page(struct sg_mapping_iter *miter)
{
	struct sg_page_iter *piter = &miter->piter;
	unsigned long left;

	if (miter->__remaining)
		return true;
	if (!__sg_page_iter_next(piter))
		return false;
	miter->__offset = piter->sg_pgoffset ? 0 : piter->sg->offset;
	piter->sg_pgoffset += miter->__offset >> PAGE_SHIFT;
	miter->__offset &= (unsigned int)(PAGE_SIZE - 1);
	left = piter->sg->offset + piter->sg->length -
	       ((unsigned long)piter->sg_pgoffset << PAGE_SHIFT) - miter->__offset;
	miter->__remaining = (unsigned int)min_t(unsigned long, left, PAGE_SIZE - miter->__offset);
	return true;
}

bool sg_miter_skip(struct sg_mapping_iter *miter, off_t offset)
{
	sg_miter_stop(miter);
	while (offset) {
		off_t consumed;

		if (!get_next_page(miter))
			return false;
		consumed = min_t(off_t, offset, miter->__remaining);
		miter->__offset += (unsigned int)consumed;
		miter->__remaining -= (unsigned int)consumed;
		offset -= consumed;
	}
	return true;
}

static void map_io(struct sg_mapping_iter *miter)
{
	unsigned long token =
		SHIM_TOKEN_BASE + (unsigned long)page_to_phys(miter->page) + miter->__offset;

#if SHIM_HAS_DEFECT(IOMEM_ON_POINTER)
	miter->ioaddr = (void *__iomem)token;
#else
	miter->ioaddr = (void __iomem __force *)token;
#endif
}

static void map_ram(struct sg_mapping_iter *miter)
{
	char *kva = shim_kmap_quiet(miter->page, miter->__flags & SG_MITER_ATOMIC);

	miter->addr = kva + miter->__offset;
}

/* What happens at an I/O chunk; false: the iteration ends. */
static bool meet_io(struct sg_mapping_iter *miter, bool takes_any)
{
	bool is_aware = (miter->__flags & SG_MITER_IOMEM) && SHIM_IS(COPY_IO, DISPATCH);

	if (takes_any || is_aware) {
		map_io(miter);
		return true;
	}
	if (!SHIM_IS(MITER_NOFLAG, SILENT_STOP) && !SHIM_HAS_DEFECT(SHORT_SILENTLY))
		SHIM_WARN(SHIM_MITER_IO);
	if (!SHIM_IS(MITER_NOFLAG, WARN_CONTINUE) || SHIM_HAS_DEFECT(SHORT_SILENTLY)) {
		miter->page = NULL;
		return false;
	}
	map_ram(miter);
	return true;
}

static bool next(struct sg_mapping_iter *miter, bool takes_any)
{
	struct page *page;

	sg_miter_stop(miter);
	if (!get_next_page(miter))
		return false;
	page = shim_entry_page(miter->piter.sg);
	shim_need(page);
	miter->page = nth_page(page, miter->piter.sg_pgoffset);
	if (!shim_page_is_io(miter->page))
		map_ram(miter);
	else if (!meet_io(miter, takes_any))
		return false;
	miter->length = miter->__remaining;
	miter->consumed = miter->__remaining;
	return true;
}

bool sg_miter_next(struct sg_mapping_iter *miter)
{
	return next(miter, false);
}

bool shim_miter_next_any(struct sg_mapping_iter *miter)
{
	return next(miter, true);
}

static void unmap(struct sg_mapping_iter *miter)
{
	if (miter->__flags & SG_MITER_TO_SG)
		flush_dcache_page(miter->page);
	if (!(miter->__flags & SG_MITER_ATOMIC)) {
		kunmap(miter->page);
		return;
	}
	if (!shim_is_in_kmap_atomic())
		SHIM_WARN(SHIM_WARN_ON);
	kunmap_atomic(miter->addr);
}

void sg_miter_stop(struct sg_mapping_iter *miter)
{
	bool is_mapped;

	shim_need(miter);
	is_mapped = miter->addr || (miter->ioaddr && !SHIM_HAS_DEFECT(STOP_KEEPS_PLACE));
	if (miter->consumed > miter->length)
		SHIM_WARN(SHIM_WARN_ON);
	if (!is_mapped)
		return;
	miter->__offset += (unsigned int)miter->consumed;
	miter->__remaining -= (unsigned int)miter->consumed;
	if (miter->addr)
		unmap(miter);
	miter->page = NULL;
	miter->addr = NULL;
	miter->ioaddr = NULL;
	miter->length = 0;
	miter->consumed = 0;
}
