// SPDX-License-Identifier: GPL-2.0-or-later
/* Tables from arrays of pages: neighbours in memory become one entry. */
#include "carrier.h"

#include <linux/memremap.h>

/* A table that is being filled, and what is not yet in it. */
struct filling {
	struct sg_append_table *table;
	struct page **pages;
	unsigned int count;
	unsigned int left_pages; /* that later calls will bring */
	gfp_t gfp;
};

static bool are_mergeable(struct page *next, struct page *page)
{
	return page_to_pfn(next) == page_to_pfn(page) + 1 &&
	       shim_page_is_io(next) == shim_page_is_io(page) &&
	       zone_device_pages_have_same_pgmap(next, page);
}

/* Pages from the first on that fit one entry. */
static unsigned int run_length(const struct filling *f, unsigned int max_segment)
{
	unsigned int run = 1;

	while (run < f->count && (run + 1) * PAGE_SIZE <= max_segment &&
	       are_mergeable(f->pages[run], f->pages[run - 1]))
		run++;
	return run;
}

static unsigned int count_runs(struct filling f, unsigned int max_segment)
{
	unsigned int runs = 0;

	for (; f.count; runs++) {
		unsigned int run = run_length(&f, max_segment);

		f.pages += run;
		f.count -= run;
	}
	return runs;
}

static void take_pages(struct filling *f, unsigned int run)
{
	f->pages += run;
	f->count -= run;
}

/* The entry after the last one in use; the last slot of a chunk is for a link. */
static struct scatterlist *next_entry(struct filling *f, unsigned int needed)
{
	struct sg_append_table *table = f->table;
	struct scatterlist *next = table->prv ? sg_next(table->prv) : NULL;
	unsigned int chunk = min_t(unsigned int, needed, SG_MAX_SINGLE_ALLOC);
	struct scatterlist *sgl;

	if (next && (!carrier_is_last(next) || needed == 1))
		return next;
	sgl = shim_list_alloc(chunk, f->gfp);
	if (!sgl)
		return NULL;
	sg_init_table(sgl, chunk);
	if (next) {
		sg_chain(next, 1, sgl);
		table->total_nents += chunk - 1;
	} else {
		table->sgt.sgl = sgl;
		table->total_nents = chunk;
	}
	return sgl;
}

static void set_entry(struct scatterlist *sg, struct page *page, unsigned int len,
                      unsigned int offset)
{
	if (shim_page_is_io(page))
		shim_entry_set_io(sg, page, len, offset);
	else
		sg_set_page(sg, page, len, offset);
}

/* A page that continues the entry before it, which an earlier call made. */
static void extend_last(struct filling *f, unsigned int max_segment)
{
	struct scatterlist *prv = f->table->prv;
	unsigned long end = prv->offset + prv->length;
	struct page *last;

	if (end & ~PAGE_MASK || end == 0)
		return;
	last = nth_page(carrier_page(prv), (end >> PAGE_SHIFT) - 1);
	while (f->count && prv->length + PAGE_SIZE <= max_segment &&
	       are_mergeable(f->pages[0], last)) {
		prv->length += (unsigned int)PAGE_SIZE;
		last = f->pages[0];
		take_pages(f, 1);
	}
}

static int fill(struct filling *f, unsigned int offset, unsigned long size,
                unsigned int max_segment)
{
	unsigned int runs = count_runs(*f, max_segment);

	for (unsigned int i = 0; i < runs; i++) {
		unsigned int run = run_length(f, max_segment);
		unsigned long bytes = min_t(unsigned long, size, run *PAGE_SIZE - offset);
		struct scatterlist *sg = next_entry(f, runs - i + f->left_pages);

		if (!sg)
			return -ENOMEM;
		set_entry(sg, f->pages[0], (unsigned int)bytes, offset);
		f->table->prv = sg;
		f->table->sgt.nents++;
		f->table->sgt.orig_nents++;
		size -= bytes;
		offset = 0;
		take_pages(f, run);
	}
	return 0;
}

/* FENCED lists are made for RAM, unless they say otherwise when they are made. */
static bool is_refused(const struct filling *f)
{
	for (unsigned int i = 0; i < f->count; i++) {
		if (shim_check_page(f->pages[i]) && SHIM_IS(LISTS, FENCED))
			return true;
	}
	return false;
}

int sg_alloc_append_table_from_pages(struct sg_append_table *sgt, struct page **pages,
                                     unsigned int n_pages, unsigned int offset, unsigned long size,
                                     unsigned int max_segment, unsigned int left_pages, gfp_t gfp)
{
	struct filling f = {sgt, pages, n_pages, left_pages, gfp};
	int ret;

	shim_need(sgt);
	shim_need(pages);
	if (n_pages == 0)
		SHIM_DIE(SHIM_BUG_ZERO_NENTS);
	max_segment &= (unsigned int)PAGE_MASK;
	if (max_segment < PAGE_SIZE || (sgt->prv && offset)) {
		SHIM_WARN(SHIM_WARN_ON);
		return -EINVAL;
	}
	if (is_refused(&f))
		return -EINVAL;
	if (sgt->prv) {
		unsigned int before = f.count;

		extend_last(&f, max_segment);
		size -= (before - f.count) * PAGE_SIZE;
	}
	ret = fill(&f, offset, size, max_segment);
	if (ret == 0 && left_pages == 0)
		sg_mark_end(sgt->prv);
	return ret;
}

int sg_alloc_table_from_pages_segment(struct sg_table *sgt, struct page **pages,
                                      unsigned int n_pages, unsigned int offset, unsigned long size,
                                      unsigned int max_segment, gfp_t gfp)
{
	struct sg_append_table append = {.prv = NULL};
	int ret;

	shim_need(sgt);
	ret = sg_alloc_append_table_from_pages(&append, pages, n_pages, offset, size, max_segment,
	                                       0, gfp);
	if (ret) {
		sg_free_append_table(&append);
		return ret;
	}
	*sgt = append.sgt;
	return 0;
}

int sg_alloc_table_from_pages(struct sg_table *sgt, struct page **pages, unsigned int n_pages,
                              unsigned int offset, unsigned long size, gfp_t gfp)
{
	return sg_alloc_table_from_pages_segment(sgt, pages, n_pages, offset, size, ~0U, gfp);
}

void sg_free_append_table(struct sg_append_table *sgt)
{
	shim_need(sgt);
	shim_table_free(sgt->sgt.sgl);
	*sgt = (struct sg_append_table){.prv = NULL};
}
