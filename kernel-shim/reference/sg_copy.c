// SPDX-License-Identifier: GPL-2.0-or-later
/* Copies between a list and a buffer, by the CPU. */
#include "carrier.h"

#include <linux/io.h>

/* MAINLINE copies I/O memory as if it were RAM, which is the mistake. */
static void look_at(const struct sg_mapping_iter *miter)
{
	if (miter->ioaddr && SHIM_IS(COPY_IO, MAINLINE))
		SHIM_WARN(SHIM_SG_COPY_IO);
}

static void copy_chunk(const struct sg_mapping_iter *miter, char *buf, size_t len, bool to_buffer)
{
	void __iomem *io = miter->ioaddr;

	look_at(miter);
	if (io && SHIM_HAS_DEFECT(COPY_USES_ADDR))
		io = (void __iomem __force *)miter->addr;
	if (miter->ioaddr && to_buffer)
		shim_copy_quiet(buf, shim_backing((void __force *)io), len);
	else if (miter->ioaddr)
		shim_copy_quiet(shim_backing((void __force *)io), buf, len);
	else if (to_buffer)
		shim_copy_quiet(buf, miter->addr, len);
	else
		shim_copy_quiet(miter->addr, buf, len);
}

size_t sg_copy_buffer(struct scatterlist *sgl, unsigned int nents, void *buf, size_t buflen,
                      off_t skip, bool to_buffer)
{
	unsigned int flags = SG_MITER_ATOMIC | (to_buffer ? SG_MITER_FROM_SG : SG_MITER_TO_SG);
	struct sg_mapping_iter miter;
	size_t done = 0;

	if (buflen && shim_is_null(buf))
		SHIM_DIE(SHIM_BUG_NULL);
	if (!shim_is_plain(buf, buflen))
		return 0;
	sg_miter_start(&miter, sgl, nents, flags);
	if (!sg_miter_skip(&miter, skip))
		return 0;
	while (done < buflen && shim_miter_next_any(&miter)) {
		size_t len = min_t(size_t, miter.length, buflen - done);

		copy_chunk(&miter, (char *)buf + done, len, to_buffer);
		miter.consumed = len;
		done += len;
	}
	sg_miter_stop(&miter);
	return done;
}

size_t sg_copy_from_buffer(struct scatterlist *sgl, unsigned int nents, const void *buf,
                           size_t buflen)
{
	return sg_copy_buffer(sgl, nents, (void *)buf, buflen, 0, false);
}

size_t sg_copy_to_buffer(struct scatterlist *sgl, unsigned int nents, void *buf, size_t buflen)
{
	return sg_copy_buffer(sgl, nents, buf, buflen, 0, true);
}

size_t sg_pcopy_from_buffer(struct scatterlist *sgl, unsigned int nents, const void *buf,
                            size_t buflen, off_t skip)
{
	return sg_copy_buffer(sgl, nents, (void *)buf, buflen, skip, false);
}

size_t sg_pcopy_to_buffer(struct scatterlist *sgl, unsigned int nents, void *buf, size_t buflen,
                          off_t skip)
{
	return sg_copy_buffer(sgl, nents, buf, buflen, skip, true);
}

size_t sg_zero_buffer(struct scatterlist *sgl, unsigned int nents, size_t buflen, off_t skip)
{
	struct sg_mapping_iter miter;
	size_t done = 0;

	sg_miter_start(&miter, sgl, nents, SG_MITER_ATOMIC | SG_MITER_TO_SG);
	if (!sg_miter_skip(&miter, skip))
		return 0;
	while (done < buflen && shim_miter_next_any(&miter)) {
		size_t len = min_t(size_t, miter.length, buflen - done);

		look_at(&miter);
		if (miter.ioaddr)
			shim_fill_quiet(shim_backing((void __force *)miter.ioaddr), 0, len);
		else
			shim_fill_quiet(miter.addr, 0, len);
		miter.consumed = len;
		done += len;
	}
	sg_miter_stop(&miter);
	return done;
}

/* The caller knows that all of the list is I/O memory, or believes so. */
static size_t iocopy(struct scatterlist *sgl, unsigned int nents, void *buf, size_t buflen,
                     bool to_buffer)
{
	unsigned int flags = to_buffer ? SG_MITER_FROM_SG : SG_MITER_TO_SG;
	struct sg_mapping_iter miter;
	size_t done = 0;

	if (!shim_is_plain(buf, buflen))
		return 0;
	sg_miter_start(&miter, sgl, nents, flags);
	while (done < buflen && shim_miter_next_any(&miter)) {
		size_t len = min_t(size_t, miter.length, buflen - done);
		void *memory =
			miter.ioaddr ? shim_backing((void __force *)miter.ioaddr) : miter.addr;

		if (!miter.ioaddr)
			SHIM_WARN(SHIM_IO_ACCESSOR_ON_RAM);
		shim_copy_quiet(to_buffer ? (char *)buf + done : memory,
		                to_buffer ? memory : (char *)buf + done, len);
		miter.consumed = len;
		done += len;
	}
	sg_miter_stop(&miter);
	return done;
}

size_t sg_iocopy_from_buffer(struct scatterlist *sgl, unsigned int nents, const void *buf,
                             size_t buflen)
{
	return iocopy(sgl, nents, (void *)buf, buflen, false);
}

size_t sg_iocopy_to_buffer(struct scatterlist *sgl, unsigned int nents, void *buf, size_t buflen)
{
	return iocopy(sgl, nents, buf, buflen, true);
}
