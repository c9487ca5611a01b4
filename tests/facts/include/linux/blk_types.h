/* SPDX-License-Identifier: GPL-2.0-or-later */
struct bio {
	struct bio_vec *bi_io_vec;
	unsigned short bi_vcnt;
};
