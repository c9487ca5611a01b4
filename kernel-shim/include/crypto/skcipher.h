/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Symmetric ciphers over scatterlists. */
#ifndef SHIM_CRYPTO_SKCIPHER_H
#define SHIM_CRYPTO_SKCIPHER_H

#include <linux/scatterlist.h>

struct skcipher_request {
	unsigned int cryptlen;
	u8 *iv;
	struct scatterlist *src;
	struct scatterlist *dst;
};

void skcipher_request_set_crypt(struct skcipher_request *req, struct scatterlist *src,
                                struct scatterlist *dst, unsigned int cryptlen, void *iv);
int crypto_skcipher_encrypt(struct skcipher_request *req);
int crypto_skcipher_decrypt(struct skcipher_request *req);

#endif
