/* SPDX-License-Identifier: GPL-2.0-or-later */
/* I/O vectors. */
#ifndef SHIM_LINUX_UIO_H
#define SHIM_LINUX_UIO_H

#include <linux/types.h>

struct page;
struct bio_vec;

struct kvec {
	void *iov_base;
	size_t iov_len;
};

struct iov_iter {
	u8 iter_type;
	size_t count;
	const struct kvec *kvec;
	const struct bio_vec *bvec;
	unsigned long nr_segs;
};

typedef unsigned int iov_iter_extraction_t;
#define ITER_ALLOW_P2PDMA ((iov_iter_extraction_t)0x01)

size_t copy_to_iter(const void *addr, size_t bytes, struct iov_iter *i);
size_t copy_from_iter(void *addr, size_t bytes, struct iov_iter *i);
bool copy_from_iter_full(void *addr, size_t bytes, struct iov_iter *i);
size_t copy_page_to_iter(struct page *page, size_t offset, size_t bytes, struct iov_iter *i);
size_t copy_page_from_iter(struct page *page, size_t offset, size_t bytes, struct iov_iter *i);
void iov_iter_kvec(struct iov_iter *i, unsigned int direction, const struct kvec *kvec,
                   unsigned long nr_segs, size_t count);
void iov_iter_bvec(struct iov_iter *i, unsigned int direction, const struct bio_vec *bvec,
                   unsigned long nr_segs, size_t count);

struct scatterlist;
struct sg_table;
struct folio;

void iov_iter_init(struct iov_iter *i, unsigned int direction, const void *iov,
                   unsigned long nr_segs, size_t count);
ssize_t iov_iter_extract_pages(struct iov_iter *i, struct page ***pages, size_t maxsize,
                               unsigned int maxpages, iov_iter_extraction_t extraction_flags,
                               size_t *offset0);
ssize_t extract_iter_to_sg(struct iov_iter *iter, size_t len, struct sg_table *sgtable,
                           unsigned int sg_max, iov_iter_extraction_t extraction_flags);
size_t _copy_to_iter(const void *addr, size_t bytes, struct iov_iter *i);
size_t _copy_from_iter(void *addr, size_t bytes, struct iov_iter *i);
bool copy_to_iter_full(const void *addr, size_t bytes, struct iov_iter *i);
size_t copy_from_iter_nocache(void *addr, size_t bytes, struct iov_iter *i);
size_t _copy_from_iter_flushcache(void *addr, size_t bytes, struct iov_iter *i);
size_t _copy_mc_to_iter(const void *addr, size_t bytes, struct iov_iter *i);
size_t copy_page_to_iter_nofault(struct page *page, unsigned int offset, size_t bytes,
                                 struct iov_iter *i);
size_t copy_page_from_iter_atomic(struct page *page, size_t offset, size_t bytes,
                                  struct iov_iter *i);
size_t copy_folio_to_iter(struct folio *folio, size_t offset, size_t bytes, struct iov_iter *i);
size_t copy_folio_from_iter(struct folio *folio, size_t offset, size_t bytes, struct iov_iter *i);
size_t copy_folio_from_iter_atomic(struct folio *folio, size_t offset, size_t bytes,
                                   struct iov_iter *i);

#endif
