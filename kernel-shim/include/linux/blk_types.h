/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A block request's pages. */
#ifndef SHIM_LINUX_BLK_TYPES_H
#define SHIM_LINUX_BLK_TYPES_H

#include <linux/bvec.h>

struct bio {
	struct bio *bi_next;
	unsigned int bi_opf;
	unsigned short bi_vcnt;
	struct bvec_iter bi_iter;
	struct bio_vec *bi_io_vec;
	void *bi_private;
	void (*bi_end_io)(struct bio *bio);
};

#endif
