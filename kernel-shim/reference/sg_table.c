// SPDX-License-Identifier: GPL-2.0-or-later
/* Lists on the heap: in chunks of a page that are chained. */
#include "carrier.h"

#include <linux/slab.h>

/* Freed lists are kept for a while, so that a look at one is noticed. */
#define QUARANTINE 64

struct freed_list {
	struct scatterlist *sgl;
	unsigned int nents;
};

static struct freed_list quarantine[QUARANTINE];
static unsigned int quarantine_next;

struct scatterlist *shim_list_alloc(unsigned int nents, gfp_t gfp)
{
	return kcalloc(nents, sizeof(struct scatterlist), gfp);
}

void shim_list_free(struct scatterlist *sgl, unsigned int nents)
{
	for (unsigned int i = 0; i < nents; i++)
		carrier_poison(&sgl[i]);
	kfree(quarantine[quarantine_next].sgl);
	quarantine[quarantine_next] = (struct freed_list){sgl, nents};
	quarantine_next = (quarantine_next + 1) % QUARANTINE;
}

bool shim_list_is_freed(const struct scatterlist *sg)
{
	for (unsigned int i = 0; i < QUARANTINE; i++) {
		const struct freed_list *freed = &quarantine[i];

		if (freed->sgl && sg >= freed->sgl && sg < freed->sgl + freed->nents)
			return true;
	}
	return false;
}

/* Ends at the last entry, wherever that is; what a caller cut off leaks. */
void shim_table_free(struct scatterlist *sgl)
{
	while (sgl) {
		struct scatterlist *next = NULL;
		unsigned int last = 0;

		while (!carrier_is_chain(shim_entry(&sgl[last])) && !carrier_is_last(&sgl[last]))
			last++;
		if (carrier_is_chain(&sgl[last]))
			next = carrier_chain(&sgl[last]);
		shim_list_free(sgl, last + 1);
		sgl = next;
	}
}

void sg_free_table(struct sg_table *table)
{
	shim_need(table);
	shim_table_free(table->sgl);
	*table = (struct sg_table){.sgl = NULL};
}

int sg_alloc_table(struct sg_table *table, unsigned int nents, gfp_t gfp)
{
	struct scatterlist *prv = NULL;
	unsigned int left = nents;

	shim_need(table);
	*table = (struct sg_table){.sgl = NULL};
	if (nents == 0)
		return -EINVAL;
	while (left) {
		unsigned int chunk = min_t(unsigned int, left, SG_MAX_SINGLE_ALLOC);
		struct scatterlist *sgl = shim_list_alloc(chunk, gfp);

		if (!sgl) {
			sg_free_table(table);
			return -ENOMEM;
		}
		sg_init_table(sgl, chunk);
		if (prv)
			sg_chain(prv, SG_MAX_SINGLE_ALLOC, sgl);
		else
			table->sgl = sgl;
		prv = sgl;
		left -= left > chunk ? chunk - 1 : chunk;
		table->orig_nents = nents - left;
		table->nents = table->orig_nents;
	}
	return 0;
}

static void free_pages_of(struct scatterlist *sgl, int nents, int order)
{
	struct scatterlist *sg = sgl;

	for (int i = 0; sg && i < nents; i++, sg = sg_next(sg)) {
		struct page *page = shim_entry_page(sg);

		if (page)
			__free_pages(page, (unsigned int)order);
	}
}

void sgl_free_n_order(struct scatterlist *sgl, int nents, int order)
{
	unsigned int entries;

	if (!sgl)
		return;
	entries = (unsigned int)sg_nents(shim_entry(sgl));
	free_pages_of(sgl, nents, order);
	shim_list_free(sgl, entries);
}

void sgl_free_order(struct scatterlist *sgl, int order)
{
	sgl_free_n_order(sgl, 0x7fffffff, order);
}

void sgl_free(struct scatterlist *sgl)
{
	sgl_free_order(sgl, 0);
}

struct scatterlist *sgl_alloc_order(unsigned long long length, unsigned int order, bool chainable,
                                    gfp_t gfp, unsigned int *nent_p)
{
	unsigned int nents =
		(unsigned int)((length + (PAGE_SIZE << order) - 1) >> (PAGE_SHIFT + order));
	unsigned int entries = nents + (chainable ? 1 : 0);
	struct scatterlist *sgl;

	if (nents == 0)
		return NULL;
	sgl = shim_list_alloc(entries, gfp);
	if (!sgl)
		return NULL;
	sg_init_table(sgl, entries);
	for (unsigned int i = 0; i < nents; i++) {
		unsigned int bytes = (unsigned int)min_t(u64, length, PAGE_SIZE << order);
		struct page *page = alloc_pages(gfp, order);

		if (!page) {
			sgl_free_order(sgl, (int)order);
			return NULL;
		}
		sg_set_page(&sgl[i], page, bytes, 0);
		length -= bytes;
	}
	if (nent_p)
		*nent_p = nents;
	return sgl;
}

struct scatterlist *sgl_alloc(unsigned long long length, gfp_t gfp, unsigned int *nent_p)
{
	return sgl_alloc_order(length, 0, false, gfp, nent_p);
}
