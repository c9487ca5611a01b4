/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pages of a block request. */
#ifndef SHIM_LINUX_BVEC_H
#define SHIM_LINUX_BVEC_H

#include <linux/highmem.h>
#include <linux/mm.h>

struct bio_vec {
	struct page *bv_page;
	unsigned int bv_len;
	unsigned int bv_offset;
};

struct bvec_iter {
	sector_t bi_sector;
	unsigned int bi_size;
	unsigned int bi_idx;
	unsigned int bi_bvec_done;
};

void bvec_set_page(struct bio_vec *bv, struct page *page, unsigned int len, unsigned int offset);
void bvec_set_folio(struct bio_vec *bv, struct folio *folio, size_t len, size_t offset);
void bvec_set_virt(struct bio_vec *bv, void *vaddr, unsigned int len);
void *bvec_kmap_local(struct bio_vec *bvec);
void *bvec_virt(struct bio_vec *bvec);
phys_addr_t bvec_phys(const struct bio_vec *bvec);
void memcpy_from_bvec(char *to, struct bio_vec *bvec);
void memcpy_to_bvec(struct bio_vec *bvec, const char *from);
void memzero_bvec(struct bio_vec *bvec);

#define bvec_iter_page(bvec, iter) ((bvec)[(iter).bi_idx].bv_page)
#define bvec_iter_len(bvec, iter) ((bvec)[(iter).bi_idx].bv_len)
#define bvec_iter_offset(bvec, iter) ((bvec)[(iter).bi_idx].bv_offset + (iter).bi_bvec_done)
#define mp_bvec_iter_page(bvec, iter) bvec_iter_page(bvec, iter)
#define bvec_iter_bvec(bvec, iter)                         \
	((struct bio_vec){                                 \
		.bv_page = bvec_iter_page(bvec, iter),     \
		.bv_len = bvec_iter_len(bvec, iter),       \
		.bv_offset = bvec_iter_offset(bvec, iter), \
	})
#define mp_bvec_iter_bvec(bvec, iter) bvec_iter_bvec(bvec, iter)

#endif
