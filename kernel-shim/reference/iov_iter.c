// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Iterators over buffers.  Kernel vectors are copied; over block vectors and user
 * buffers only the length is counted, since what matters is the other side.
 */
#include "internal.h"

#include <linux/bvec.h>
#include <linux/uio.h>

enum { OVER_KVEC = 1, OVER_BVEC, OVER_USER };

static void start(struct iov_iter *i, u8 type, unsigned long nr_segs, size_t count)
{
	*i = (struct iov_iter){.iter_type = type, .nr_segs = nr_segs, .count = count};
}

void iov_iter_kvec(struct iov_iter *i, unsigned int direction, const struct kvec *kvec,
                   unsigned long nr_segs, size_t count)
{
	(void)direction;
	start(i, OVER_KVEC, nr_segs, count);
	i->kvec = kvec;
}

void iov_iter_bvec(struct iov_iter *i, unsigned int direction, const struct bio_vec *bvec,
                   unsigned long nr_segs, size_t count)
{
	(void)direction;
	start(i, OVER_BVEC, nr_segs, count);
	i->bvec = bvec;
}

void iov_iter_init(struct iov_iter *i, unsigned int direction, const void *iov,
                   unsigned long nr_segs, size_t count)
{
	(void)direction;
	(void)iov;
	start(i, OVER_USER, nr_segs, count);
}

static size_t take(struct iov_iter *i, size_t bytes)
{
	size_t taken = min_t(size_t, bytes, i->count);

	i->count -= taken;
	return taken;
}

size_t copy_to_iter(const void *addr, size_t bytes, struct iov_iter *i)
{
	if (!shim_is_plain(addr, bytes))
		return 0;
	bytes = take(i, bytes);
	if (i->iter_type == OVER_KVEC && i->nr_segs == 1 && bytes <= i->kvec->iov_len &&
	    shim_is_plain(i->kvec->iov_base, bytes))
		shim_copy_quiet(i->kvec->iov_base, addr, bytes);
	return bytes;
}

size_t copy_from_iter(void *addr, size_t bytes, struct iov_iter *i)
{
	if (!shim_is_plain(addr, bytes))
		return 0;
	bytes = take(i, bytes);
	if (i->iter_type == OVER_KVEC && i->nr_segs == 1 && bytes <= i->kvec->iov_len &&
	    shim_is_plain(i->kvec->iov_base, bytes))
		shim_copy_quiet(addr, i->kvec->iov_base, bytes);
	return bytes;
}

size_t _copy_to_iter(const void *addr, size_t bytes, struct iov_iter *i)
{
	return copy_to_iter(addr, bytes, i);
}

size_t _copy_from_iter(void *addr, size_t bytes, struct iov_iter *i)
{
	return copy_from_iter(addr, bytes, i);
}

bool copy_to_iter_full(const void *addr, size_t bytes, struct iov_iter *i)
{
	return copy_to_iter(addr, bytes, i) == bytes;
}

bool copy_from_iter_full(void *addr, size_t bytes, struct iov_iter *i)
{
	return copy_from_iter(addr, bytes, i) == bytes;
}

/* The page is mapped and copied by the CPU. */
static size_t touch_page(struct page *page, size_t bytes, struct iov_iter *i)
{
	if (shim_check_page(page)) {
		SHIM_WARN(SHIM_PAGE_COPY_IO);
		return 0;
	}
	return take(i, bytes);
}

size_t copy_page_to_iter(struct page *page, size_t offset, size_t bytes, struct iov_iter *i)
{
	(void)offset;
	return touch_page(page, bytes, i);
}

size_t copy_page_from_iter(struct page *page, size_t offset, size_t bytes, struct iov_iter *i)
{
	(void)offset;
	return touch_page(page, bytes, i);
}
