/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the parts of the kernel's side know of each other. */
#ifndef SHIM_INTERNAL_H
#define SHIM_INTERNAL_H

#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/scatterlist.h>
#include <linux/types.h>

#include "defect.h"
#include "host/report.h"
#include "host/switches.h"
#include "host/world.h"

/* An assertion of the reference speaks of the program's line, not of its own. */
#undef BUG
#define BUG() SHIM_DIE(SHIM_BUG_ON)

/* Dies of an argument that is NULL, or a member of NULL. */
static inline void shim_need(const volatile void *argument)
{
	if (shim_is_null(argument))
		SHIM_DIE(SHIM_BUG_NULL);
}

/* page.c: the truth about a page, which a mark in a list only repeats. */
bool shim_pfn_is_io(unsigned long pfn);
bool shim_page_is_known(const struct page *page);
bool shim_page_is_io(const struct page *page);
/* Dies of NULL and of what is no page; true for an I/O page. */
bool shim_check_page(const struct page *page);
void *shim_page_kva(const struct page *page);
/* The first of 16 pages of RAM that stand in where a conversion has no right result. */
struct page *shim_decoy_page(void);
void shim_pages_init(void);

/* sg_core.c: entries. */
/* Dies of NULL, of freed lists and of what is no entry. */
struct scatterlist *shim_entry(struct scatterlist *sg);
/* The page for the CPU; reports a look at an imported entry.  NULL: page-less. */
struct page *shim_entry_page(struct scatterlist *sg);
/* By the page, whatever the mark says; page-less entries count as I/O memory. */
bool shim_entry_is_io(struct scatterlist *sg);
void shim_entry_set_io(struct scatterlist *sg, struct page *page, unsigned int len,
                       unsigned int offset);

/* sg_miter.c: as sg_miter_next(), for a caller that handles either kind itself. */
bool shim_miter_next_any(struct sg_mapping_iter *miter);

/* kmap.c: maps without a word about I/O memory. */
void *shim_kmap_quiet(const struct page *page, bool is_atomic);
bool shim_is_in_kmap_atomic(void);

/* sg_table.c: lists on the heap. */
struct scatterlist *shim_list_alloc(unsigned int nents, gfp_t gfp);
void shim_list_free(struct scatterlist *sgl, unsigned int nents);
/* Whether the memory belongs to a list that was freed not long ago. */
bool shim_list_is_freed(const struct scatterlist *sg);
/* All chunks of a chained list. */
void shim_table_free(struct scatterlist *sgl);
#define SG_MAX_SINGLE_ALLOC ((unsigned int)(PAGE_SIZE / sizeof(struct scatterlist)))

/* dma_buf.c: whether the entry belongs to a table that is imported now. */
bool shim_is_imported(const struct scatterlist *sg);
/* Looks at imported pages while DMABUF_DEBUG is off. */
extern unsigned long shim_peek_count;

/* io_map.c */
bool shim_is_mapped(const volatile void __iomem *token);

/* io_access.c: copies that say nothing. */
void shim_copy_quiet(void *to, const void *from, size_t size);
void shim_fill_quiet(void *to, int value, size_t size);

struct shim_access {
	phys_addr_t phys;
	u64 value;
	u32 size;
	bool is_write;
};
/* The last accesses through accessors; index 0 is the latest.  NULL: no more. */
const struct shim_access *shim_access_log(unsigned int index);

/* pool.c: device memory by the page. */
struct shim_pool {
	phys_addr_t base;
	unsigned int pages;
	u64 used;  /* a bit a page */
	u64 first; /* a bit for the first page of an allocation */
};
bool shim_pool_init(struct shim_pool *pool, phys_addr_t base, size_t size);
phys_addr_t shim_pool_alloc(struct shim_pool *pool, size_t size);
void shim_pool_free(struct shim_pool *pool, phys_addr_t phys, size_t size);

/* string.c: reports I/O memory among the arguments; true when there is none. */
bool shim_is_plain(const void *addr, size_t size);
bool shim_is_plain_string(const char *s);

#endif
