/* SPDX-License-Identifier: GPL-2.0-or-later */
struct bio_vec {
	void *page;
};
struct bv_page {
	int other;
};
