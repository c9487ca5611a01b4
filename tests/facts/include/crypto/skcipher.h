/* SPDX-License-Identifier: GPL-2.0-or-later */
struct skcipher_request {
	void *iv;
};
