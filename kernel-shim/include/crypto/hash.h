/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Digests over scatterlists and over memory. */
#ifndef SHIM_CRYPTO_HASH_H
#define SHIM_CRYPTO_HASH_H

#include <linux/scatterlist.h>

struct crypto_shash;

struct ahash_request {
	unsigned int nbytes;
	struct scatterlist *src;
	u8 *result;
};

struct shash_desc {
	struct crypto_shash *tfm;
};

void ahash_request_set_crypt(struct ahash_request *req, struct scatterlist *src, u8 *result,
                             unsigned int nbytes);
int crypto_ahash_update(struct ahash_request *req);
int crypto_ahash_finup(struct ahash_request *req);
int crypto_ahash_digest(struct ahash_request *req);
int crypto_shash_update(struct shash_desc *desc, const u8 *data, unsigned int len);
int crypto_shash_finup(struct shash_desc *desc, const u8 *data, unsigned int len, u8 *out);
int crypto_shash_digest(struct shash_desc *desc, const u8 *data, unsigned int len, u8 *out);
int crypto_shash_tfm_digest(struct crypto_shash *tfm, const u8 *data, unsigned int len, u8 *out);

#endif
