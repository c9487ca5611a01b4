// SPDX-License-Identifier: GPL-2.0-or-later
/* Pages of a block request: an entry of a list without room for a mark. */
#include "internal.h"

#include <linux/bvec.h>

void bvec_set_page(struct bio_vec *bv, struct page *page, unsigned int len, unsigned int offset)
{
	shim_need(bv);
	shim_check_page(page);
	*bv = (struct bio_vec){page, len, offset};
}

void bvec_set_folio(struct bio_vec *bv, struct folio *folio, size_t len, size_t offset)
{
	bvec_set_page(bv, &folio->page, (unsigned int)len, (unsigned int)offset);
}

void bvec_set_virt(struct bio_vec *bv, void *vaddr, unsigned int len)
{
	if (shim_region_of(vaddr) == SHIM_REGION_TOKEN ||
	    (shim_is_io(vaddr) && SHIM_IS(MARKS, WARN)))
		SHIM_WARN(SHIM_SG_SET_BUF_IO);
	if (shim_region_of(vaddr) == SHIM_REGION_TOKEN)
		bvec_set_page(bv, shim_decoy_page(), len, 0);
	else
		bvec_set_page(bv, virt_to_page(vaddr), len, (unsigned int)offset_in_page(vaddr));
}

phys_addr_t bvec_phys(const struct bio_vec *bvec)
{
	shim_need(bvec);
	return page_to_phys(bvec->bv_page) + bvec->bv_offset;
}

void *bvec_virt(struct bio_vec *bvec)
{
	shim_need(bvec);
	return (char *)page_address(bvec->bv_page) + bvec->bv_offset;
}

void *bvec_kmap_local(struct bio_vec *bvec)
{
	shim_need(bvec);
	return (char *)kmap_local_page(bvec->bv_page) + bvec->bv_offset;
}

void memcpy_from_bvec(char *to, struct bio_vec *bvec)
{
	shim_need(bvec);
	memcpy_from_page(to, bvec->bv_page, bvec->bv_offset, bvec->bv_len);
}

void memcpy_to_bvec(struct bio_vec *bvec, const char *from)
{
	shim_need(bvec);
	memcpy_to_page(bvec->bv_page, bvec->bv_offset, from, bvec->bv_len);
}

void memzero_bvec(struct bio_vec *bvec)
{
	shim_need(bvec);
	memzero_page(bvec->bv_page, bvec->bv_offset, bvec->bv_len);
}
