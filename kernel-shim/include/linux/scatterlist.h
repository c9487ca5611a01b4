/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Scatterlists, with the mark for I/O memory that the 2017 proposal adds. */
#ifndef SHIM_LINUX_SCATTERLIST_H
#define SHIM_LINUX_SCATTERLIST_H

#include <linux/bug.h>
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/pfn_t.h>
#include <linux/types.h>

/*
 * The mark for I/O memory is a low bit of page_link, or, where the reference is
 * built so, a high bit of a pfn_t.
 */
struct scatterlist {
#ifdef SHIM_CARRIER_PFN_T
	pfn_t __pfn;
	union {
		struct {
			unsigned int offset;
			unsigned int length;
		};
		struct scatterlist *__chain;
	};
#else
	unsigned long page_link;
	unsigned int offset;
	unsigned int length;
#endif
	dma_addr_t dma_address;
	unsigned int dma_length;
	unsigned int dma_flags;
};

#define SG_CHAIN 0x01UL
#define SG_END 0x02UL
#define SG_IOMEM 0x04UL
#define SG_DMA_BUS_ADDRESS (1 << 0)

#define sg_dma_address(sg) ((sg)->dma_address)
#define sg_dma_len(sg) ((sg)->dma_length)

struct sg_table {
	struct scatterlist *sgl;
	unsigned int nents;
	unsigned int orig_nents;
};

/* Building a list. */
void sg_init_table(struct scatterlist *sgl, unsigned int nents);
void sg_init_unmappable_table(struct scatterlist *sgl, unsigned int nents);
void sg_init_marker(struct scatterlist *sgl, unsigned int nents);
void sg_init_one(struct scatterlist *sg, const void *buf, unsigned int buflen);
void sg_set_buf(struct scatterlist *sg, const void *buf, unsigned int buflen);
void sg_assign_page(struct scatterlist *sg, struct page *page);
void sg_set_page(struct scatterlist *sg, struct page *page, unsigned int len, unsigned int offset);
void sg_set_folio(struct scatterlist *sg, struct folio *folio, size_t len, size_t offset);
void sg_set_iomem_page(struct scatterlist *sg, struct page *page, unsigned int len,
                       unsigned int offset);
void sg_set_pfn(struct scatterlist *sg, pfn_t pfn, unsigned int len, unsigned int offset);
void sg_chain(struct scatterlist *prv, unsigned int prv_nents, struct scatterlist *sgl);
void sg_mark_end(struct scatterlist *sg);
void sg_unmark_end(struct scatterlist *sg);
int sg_alloc_table(struct sg_table *table, unsigned int nents, gfp_t gfp);
int sg_alloc_table_from_pages(struct sg_table *sgt, struct page **pages, unsigned int n_pages,
                              unsigned int offset, unsigned long size, gfp_t gfp);
void sg_free_table(struct sg_table *table);
struct scatterlist *sgl_alloc(unsigned long long length, gfp_t gfp, unsigned int *nent_p);
void sgl_free(struct scatterlist *sgl);
int sg_split(struct scatterlist *in, int in_mapped_nents, off_t skip, int nb_splits,
             const size_t *split_sizes, struct scatterlist **out, int *out_mapped_nents, gfp_t gfp);

/* Looking at an entry. */
struct page *sg_page(struct scatterlist *sg);
void *sg_virt(struct scatterlist *sg);
dma_addr_t sg_phys(struct scatterlist *sg);
pfn_t sg_pfn_t(struct scatterlist *sg);
bool sg_is_iomem(struct scatterlist *sg);
bool sg_is_always_mappable(struct scatterlist *sg);
int sg_to_mappable_page(struct scatterlist *sg, struct page **ret);
bool sg_is_chain(struct scatterlist *sg);
bool sg_is_last(struct scatterlist *sg);
struct scatterlist *sg_chain_ptr(struct scatterlist *sg);
bool sg_dma_is_bus_address(struct scatterlist *sg);
void sg_dma_mark_bus_address(struct scatterlist *sg);

/* Walking a list. */
struct scatterlist *sg_next(struct scatterlist *sg);
struct scatterlist *sg_last(struct scatterlist *sgl, unsigned int nents);
int sg_nents(struct scatterlist *sg);
int sg_nents_for_len(struct scatterlist *sg, u64 len);
#define for_each_sg(sglist, sg, nr, i) \
	for ((i) = 0, (sg) = (sglist); (i) < (nr); (i)++, (sg) = sg_next(sg))
#define for_each_sgtable_sg(sgt, sg, i) for_each_sg((sgt)->sgl, sg, (sgt)->orig_nents, i)
#define for_each_sgtable_dma_sg(sgt, sg, i) for_each_sg((sgt)->sgl, sg, (sgt)->nents, i)

struct sg_page_iter {
	struct scatterlist *sg;
	unsigned int sg_pgoffset;
	unsigned int __nents;
	int __pg_advance;
};

void __sg_page_iter_start(struct sg_page_iter *piter, struct scatterlist *sglist,
                          unsigned int nents, unsigned long pgoffset);
bool __sg_page_iter_next(struct sg_page_iter *piter);
struct page *sg_page_iter_page(struct sg_page_iter *piter);
#define for_each_sg_page(sglist, piter, nents, pgoffset)                   \
	for (__sg_page_iter_start((piter), (sglist), (nents), (pgoffset)); \
	     __sg_page_iter_next(piter);)
#define for_each_sgtable_page(sgt, piter, pgoffset) \
	for_each_sg_page((sgt)->sgl, piter, (sgt)->orig_nents, pgoffset)

/* Copying. */
size_t sg_copy_buffer(struct scatterlist *sgl, unsigned int nents, void *buf, size_t buflen,
                      off_t skip, bool to_buffer);
size_t sg_copy_from_buffer(struct scatterlist *sgl, unsigned int nents, const void *buf,
                           size_t buflen);
size_t sg_copy_to_buffer(struct scatterlist *sgl, unsigned int nents, void *buf, size_t buflen);
size_t sg_pcopy_from_buffer(struct scatterlist *sgl, unsigned int nents, const void *buf,
                            size_t buflen, off_t skip);
size_t sg_pcopy_to_buffer(struct scatterlist *sgl, unsigned int nents, void *buf, size_t buflen,
                          off_t skip);
size_t sg_zero_buffer(struct scatterlist *sgl, unsigned int nents, size_t buflen, off_t skip);

/* Mapping entry by entry. */
#define SG_MITER_ATOMIC (1 << 0)
#define SG_MITER_TO_SG (1 << 1)
#define SG_MITER_FROM_SG (1 << 2)
#define SG_MITER_IOMEM (1 << 3)
#define SG_MITER_SUPPORTS_IOMEM SG_MITER_IOMEM

struct sg_mapping_iter {
	struct page *page;
	void *addr;
	void __iomem *ioaddr;
	size_t length;
	size_t consumed;
	struct sg_page_iter piter;
	unsigned int __offset;
	unsigned int __remaining;
	unsigned int __flags;
};

void sg_miter_start(struct sg_mapping_iter *miter, struct scatterlist *sgl, unsigned int nents,
                    unsigned int flags);
bool sg_miter_skip(struct sg_mapping_iter *miter, off_t offset);
bool sg_miter_next(struct sg_mapping_iter *miter);
void sg_miter_stop(struct sg_mapping_iter *miter);

#define SG_KMAP (1 << 0)
#define SG_KMAP_ATOMIC (1 << 1)
#define SG_MAP_MUST_NOT_FAIL (1 << 2)

void *sg_kmap(struct scatterlist *sg);
void sg_kunmap(struct scatterlist *sg, void *addr);
void *sg_kmap_atomic(struct scatterlist *sg);
void *sg_kmap_offset(struct scatterlist *sg, size_t offset);
void sg_kunmap_atomic(struct scatterlist *sg, void *addr);
void *sg_map(struct scatterlist *sg, size_t offset, int flags);
void sg_unmap(struct scatterlist *sg, void *addr, size_t offset, int flags);

#define SG_DMA_SWIOTLB (1 << 1)

struct sg_append_table {
	struct sg_table sgt;
	struct scatterlist *prv;
	unsigned int total_nents;
};

int sg_alloc_table_from_pages_segment(struct sg_table *sgt, struct page **pages,
                                      unsigned int n_pages, unsigned int offset, unsigned long size,
                                      unsigned int max_segment, gfp_t gfp);
int sg_alloc_append_table_from_pages(struct sg_append_table *sgt, struct page **pages,
                                     unsigned int n_pages, unsigned int offset, unsigned long size,
                                     unsigned int max_segment, unsigned int left_pages, gfp_t gfp);
void sg_free_append_table(struct sg_append_table *sgt);
struct scatterlist *sgl_alloc_order(unsigned long long length, unsigned int order, bool chainable,
                                    gfp_t gfp, unsigned int *nent_p);
void sgl_free_order(struct scatterlist *sgl, int order);
void sgl_free_n_order(struct scatterlist *sgl, int nents, int order);
bool sg_dma_is_swiotlb(struct scatterlist *sg);
bool sg_is_dma_bus_address(struct scatterlist *sg);
void sg_dma_unmark_bus_address(struct scatterlist *sg);

struct sg_dma_page_iter {
	struct sg_page_iter base;
};

bool __sg_page_iter_dma_next(struct sg_dma_page_iter *dma_iter);
dma_addr_t sg_page_iter_dma_address(struct sg_dma_page_iter *dma_iter);
#define for_each_sg_dma_page(sglist, dma_iter, dma_nents, pgoffset)                \
	for (__sg_page_iter_start(&(dma_iter)->base, sglist, dma_nents, pgoffset); \
	     __sg_page_iter_dma_next(dma_iter);)
#define for_each_sgtable_dma_page(sgt, dma_iter, pgoffset) \
	for_each_sg_dma_page((sgt)->sgl, dma_iter, (sgt)->nents, pgoffset)

/* What the first version of the proposal had. */
size_t sg_iocopy_from_buffer(struct scatterlist *sgl, unsigned int nents, const void *buf,
                             size_t buflen);
size_t sg_iocopy_to_buffer(struct scatterlist *sgl, unsigned int nents, void *buf, size_t buflen);

#endif
