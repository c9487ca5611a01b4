/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Authenticated ciphers over scatterlists. */
#ifndef SHIM_CRYPTO_AEAD_H
#define SHIM_CRYPTO_AEAD_H

#include <linux/scatterlist.h>

struct aead_request {
	unsigned int assoclen;
	unsigned int cryptlen;
	u8 *iv;
	struct scatterlist *src;
	struct scatterlist *dst;
};

void aead_request_set_crypt(struct aead_request *req, struct scatterlist *src,
                            struct scatterlist *dst, unsigned int cryptlen, u8 *iv);
int crypto_aead_encrypt(struct aead_request *req);
int crypto_aead_decrypt(struct aead_request *req);

#endif
