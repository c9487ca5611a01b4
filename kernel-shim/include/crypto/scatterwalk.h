/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Walking a scatterlist for a cipher: the CPU maps every page. */
#ifndef SHIM_CRYPTO_SCATTERWALK_H
#define SHIM_CRYPTO_SCATTERWALK_H

#include <linux/scatterlist.h>

struct scatter_walk {
	struct scatterlist *sg;
	unsigned int offset;
};

void scatterwalk_start(struct scatter_walk *walk, struct scatterlist *sg);
struct page *scatterwalk_page(struct scatter_walk *walk);
void *scatterwalk_map(struct scatter_walk *walk);
void scatterwalk_unmap(void *vaddr);
struct scatterlist *scatterwalk_ffwd(struct scatterlist dst[2], struct scatterlist *src,
                                     unsigned int len);
void scatterwalk_crypto_chain(struct scatterlist *head, struct scatterlist *sg, int num);
void scatterwalk_copychunks(void *buf, struct scatter_walk *walk, size_t nbytes, int out);
void scatterwalk_map_and_copy(void *buf, struct scatterlist *sg, unsigned int start,
                              unsigned int nbytes, int out);
void memcpy_sglist(struct scatterlist *dst, struct scatterlist *src, unsigned int nbytes);

#endif
