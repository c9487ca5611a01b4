/* SPDX-License-Identifier: GPL-2.0-or-later */
struct scatterlist {
	unsigned long page_link;
	unsigned int offset, length;
	u64 dma_address;
};

struct sg_table {
	struct scatterlist *sgl;
	unsigned int nents, orig_nents;
};

struct sg_append_table {
	struct sg_table sgt;
	struct scatterlist *prv;
};

struct sg_page_iter {
	struct scatterlist *sg;
	unsigned int sg_pgoffset;
};

struct sg_dma_page_iter {
	struct sg_page_iter base;
};

struct sg_mapping_iter {
	struct page *page;
	void *addr;
	void *ioaddr;
	size_t length;
	struct sg_page_iter piter;
	unsigned int __flags;
};
