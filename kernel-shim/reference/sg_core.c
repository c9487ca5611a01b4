// SPDX-License-Identifier: GPL-2.0-or-later
/* One entry of a scatterlist: setting it, and looking at it. */
#include "carrier.h"

struct scatterlist *shim_entry(struct scatterlist *sg)
{
	shim_need(sg);
	if (carrier_is_poisoned(sg))
		SHIM_DIE(SHIM_BUG_FREED_TABLE);
	if (!carrier_is_plausible(sg))
		SHIM_DIE(SHIM_BUG_NOT_A_LIST);
	return sg;
}

/* An entry that describes memory. */
static struct scatterlist *memory_entry(struct scatterlist *sg)
{
	BUG_ON(carrier_is_chain(shim_entry(sg)));
	return sg;
}

/* Scrambled pages show in a copied entry too. */
static bool is_peek(struct scatterlist *sg)
{
	if (!shim_is_imported(sg) && !(carrier_has_page(sg) && carrier_is_mangled(sg)))
		return false;
	if (SHIM_IS(DMABUF_DEBUG, 1)) {
		SHIM_WARN(SHIM_PEEK_DMABUF);
		return true;
	}
	shim_peek_count++;
	return false;
}

struct page *shim_entry_page(struct scatterlist *sg)
{
	memory_entry(sg);
	return is_peek(sg) ? shim_decoy_page() : carrier_page(sg);
}

bool shim_entry_is_io(struct scatterlist *sg)
{
	struct page *page = carrier_page(sg);

	if (carrier_is_mangled(sg) && carrier_has_page(sg))
		return false;
	return page ? shim_page_is_io(page) : true;
}

/* FENCED: I/O memory only where the list was made for it. */
static void check_fence(struct scatterlist *sg)
{
	if (SHIM_IS(LISTS, FENCED) && !carrier_is_unmappable(sg))
		SHIM_DIE(SHIM_BUG_FENCED);
}

static void set_size(struct scatterlist *sg, unsigned int len, unsigned int offset)
{
	sg->offset = offset;
	sg->length = len;
}

void shim_entry_set_io(struct scatterlist *sg, struct page *page, unsigned int len,
                       unsigned int offset)
{
	check_fence(sg);
	carrier_set_page(sg, page, true);
	set_size(sg, len, offset);
}

void sg_assign_page(struct scatterlist *sg, struct page *page)
{
	memory_entry(sg);
	if (page && shim_check_page(page)) {
		check_fence(sg);
		if (SHIM_IS(MARKS, WARN))
			SHIM_WARN(SHIM_SG_MARK_MISMATCH);
	}
	carrier_set_page(sg, page, false);
}

void sg_set_page(struct scatterlist *sg, struct page *page, unsigned int len, unsigned int offset)
{
	sg_assign_page(sg, page);
	set_size(sg, len, offset);
}

void sg_set_folio(struct scatterlist *sg, struct folio *folio, size_t len, size_t offset)
{
	if (len > 0xffffffffU || offset > 0xffffffffU)
		SHIM_WARN(SHIM_WARN_ON);
	sg_set_page(sg, &folio->page, (unsigned int)len, (unsigned int)offset);
}

void sg_set_iomem_page(struct scatterlist *sg, struct page *page, unsigned int len,
                       unsigned int offset)
{
	memory_entry(sg);
	if (shim_check_page(page)) {
		shim_entry_set_io(sg, page, len, offset);
		return;
	}
	SHIM_WARN(SHIM_SG_MARK_MISMATCH);
	carrier_set_page(sg, page, false);
	set_size(sg, len, offset);
}

void sg_set_pfn(struct scatterlist *sg, pfn_t pfn, unsigned int len, unsigned int offset)
{
	memory_entry(sg);
	BUG_ON(pfn.val & (PFN_SG_CHAIN | PFN_SG_LAST));
	if (pfn_t_is_iomem(pfn))
		check_fence(sg);
	if (pfn_t_is_iomem(pfn) != shim_pfn_is_io(pfn_t_to_pfn(pfn)) &&
	    (pfn_t_is_iomem(pfn) || SHIM_IS(MARKS, WARN)))
		SHIM_WARN(SHIM_SG_MARK_MISMATCH);
	if (carrier_set_pfn(sg, pfn))
		set_size(sg, len, offset);
	else
		SHIM_WARN(SHIM_WARN_ON);
}

void sg_set_buf(struct scatterlist *sg, const void *buf, unsigned int buflen)
{
	struct page *page;

	memory_entry(sg);
	if (shim_region_of(buf) == SHIM_REGION_TOKEN) {
		SHIM_WARN(SHIM_SG_SET_BUF_IO);
		return;
	}
	page = virt_to_page(buf);
	if (!shim_page_is_io(page)) {
		carrier_set_page(sg, page, false);
		set_size(sg, buflen, (unsigned int)offset_in_page(buf));
		return;
	}
	if (SHIM_IS(MARKS, WARN))
		SHIM_WARN(SHIM_SG_SET_BUF_IO);
	shim_entry_set_io(sg, page, buflen, (unsigned int)offset_in_page(buf));
}

struct page *sg_page(struct scatterlist *sg)
{
	struct page *page = shim_entry_page(sg);

	if (!page || !shim_page_is_known(page) || !shim_page_is_io(page))
		return page;
	if (SHIM_IS(LISTS, FENCED))
		SHIM_DIE(SHIM_BUG_FENCED);
	if (SHIM_IS(SG_PAGE, WARN))
		SHIM_WARN(SHIM_SG_PAGE_IO);
	return page;
}

void *sg_virt(struct scatterlist *sg)
{
	struct page *page = shim_entry_page(sg);

	if (page && !shim_page_is_io(page))
		return (char *)shim_page_kva(page) + sg->offset;
	if (SHIM_IS(LISTS, FENCED))
		SHIM_DIE(SHIM_BUG_FENCED);
	if (SHIM_IS(CONVERT, WARN))
		SHIM_WARN(SHIM_SG_VIRT_IO);
	return page ? (char *)shim_page_kva(page) + sg->offset : NULL;
}

dma_addr_t sg_phys(struct scatterlist *sg)
{
	memory_entry(sg);
	if (is_peek(sg))
		return page_to_phys(shim_decoy_page()) + sg->offset;
	return carrier_phys(sg) + sg->offset;
}

pfn_t sg_pfn_t(struct scatterlist *sg)
{
	memory_entry(sg);
	if (is_peek(sg))
		return page_to_pfn_t(shim_decoy_page());
	return carrier_pfn(sg);
}

bool sg_is_iomem(struct scatterlist *sg)
{
	return carrier_is_iomem(memory_entry(sg));
}

bool sg_is_always_mappable(struct scatterlist *sg)
{
	return !carrier_is_unmappable(memory_entry(sg)) && !carrier_is_iomem(sg);
}

int sg_to_mappable_page(struct scatterlist *sg, struct page **ret)
{
	struct page *page = shim_entry_page(sg);

	shim_need(ret);
	if (!page || shim_page_is_io(page))
		return -EFAULT;
	*ret = page;
	return 0;
}

bool sg_dma_is_bus_address(struct scatterlist *sg)
{
	return (shim_entry(sg)->dma_flags & SG_DMA_BUS_ADDRESS) != 0;
}

bool sg_is_dma_bus_address(struct scatterlist *sg)
{
	return sg_dma_is_bus_address(sg);
}

void sg_dma_mark_bus_address(struct scatterlist *sg)
{
	shim_entry(sg)->dma_flags |= SG_DMA_BUS_ADDRESS;
}

void sg_dma_unmark_bus_address(struct scatterlist *sg)
{
	shim_entry(sg)->dma_flags &= ~(unsigned int)SG_DMA_BUS_ADDRESS;
}

bool sg_dma_is_swiotlb(struct scatterlist *sg)
{
	return (shim_entry(sg)->dma_flags & SG_DMA_SWIOTLB) != 0;
}
