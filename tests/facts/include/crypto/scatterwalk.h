/* SPDX-License-Identifier: GPL-2.0-or-later */
struct scatter_walk {
	struct scatterlist *sg;
	unsigned int offset;
};
