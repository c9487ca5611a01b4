/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Block requests. */
#ifndef SHIM_LINUX_BIO_H
#define SHIM_LINUX_BIO_H

#include <linux/blk_types.h>

#define bio_iter_iovec(bio, iter)                                       \
	((struct bio_vec){                                              \
		.bv_page = (bio)->bi_io_vec[(iter).bi_idx].bv_page,     \
		.bv_len = (bio)->bi_io_vec[(iter).bi_idx].bv_len,       \
		.bv_offset = (bio)->bi_io_vec[(iter).bi_idx].bv_offset, \
	})
#define bio_for_each_segment(bvl, bio, iter)                                                      \
	for ((iter) = (bio)->bi_iter; (iter).bi_size && (((bvl) = bio_iter_iovec(bio, iter)), 1); \
	     (iter).bi_size -= (bvl).bv_len, (iter).bi_idx++)

int bio_add_page(struct bio *bio, struct page *page, unsigned int len, unsigned int offset);
void *bio_data(struct bio *bio);
void bio_copy_data(struct bio *dst, struct bio *src);
void zero_fill_bio(struct bio *bio);
void submit_bio(struct bio *bio);
void bio_endio(struct bio *bio);

struct iov_iter;
struct request_queue;

#define bio_page(bio) bvec_iter_page((bio)->bi_io_vec, (bio)->bi_iter)
#define bio_iter_page(bio, iter) bvec_iter_page((bio)->bi_io_vec, iter)
#define bio_for_each_bvec(bvl, bio, iter) bio_for_each_segment(bvl, bio, iter)

int bio_iov_iter_get_pages(struct bio *bio, struct iov_iter *iter);
void __bio_add_page(struct bio *bio, struct page *page, unsigned int len, unsigned int off);
bool bio_add_folio(struct bio *bio, struct folio *folio, size_t len, size_t off);
int bio_add_pc_page(struct request_queue *q, struct bio *bio, struct page *page, unsigned int len,
                    unsigned int offset);
struct page *bio_first_page_all(struct bio *bio);
struct bio_vec *bio_first_bvec_all(struct bio *bio);
void bio_copy_data_iter(struct bio *dst, struct bvec_iter *dst_iter, struct bio *src,
                        struct bvec_iter *src_iter);
void zero_fill_bio_iter(struct bio *bio, struct bvec_iter iter);

#endif
