/* SPDX-License-Identifier: GPL-2.0-or-later */
struct gen_pool {
	int order;
};
