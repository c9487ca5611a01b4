/* SPDX-License-Identifier: GPL-2.0-or-later */
struct request {
	struct bio *bio;
};
