/* SPDX-License-Identifier: GPL-2.0-or-later */
struct kvec {
	void *iov_base;
	size_t iov_len;
};

struct iov_iter {
	u8 iter_type;
	size_t count;
	union {
		const struct bio_vec *bvec;
		const struct kvec *kvec;
	};
};
