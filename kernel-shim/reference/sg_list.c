// SPDX-License-Identifier: GPL-2.0-or-later
/* Entries in a row: tables, ends, chains. */
#include "carrier.h"

static void check_storage(struct scatterlist *sgl, unsigned int nents)
{
	shim_need(sgl);
	if (nents == 0)
		SHIM_DIE(SHIM_BUG_ZERO_NENTS);
	if (shim_list_is_freed(sgl))
		SHIM_DIE(SHIM_BUG_FREED_TABLE);
}

void sg_init_marker(struct scatterlist *sgl, unsigned int nents)
{
	check_storage(sgl, nents);
	carrier_mark_end(&sgl[nents - 1]);
}

void sg_init_table(struct scatterlist *sgl, unsigned int nents)
{
	check_storage(sgl, nents);
	for (unsigned int i = 0; i < nents; i++)
		sgl[i] = (struct scatterlist){.length = 0};
	carrier_mark_end(&sgl[nents - 1]);
}

void sg_init_unmappable_table(struct scatterlist *sgl, unsigned int nents)
{
	sg_init_table(sgl, nents);
	for (unsigned int i = 0; i < nents; i++)
		carrier_set_unmappable(&sgl[i]);
}

void sg_init_one(struct scatterlist *sg, const void *buf, unsigned int buflen)
{
	sg_init_table(sg, 1);
	sg_set_buf(sg, buf, buflen);
}

void sg_mark_end(struct scatterlist *sg)
{
	carrier_mark_end(shim_entry(sg));
}

void sg_unmark_end(struct scatterlist *sg)
{
	carrier_unmark_end(shim_entry(sg));
}

bool sg_is_chain(struct scatterlist *sg)
{
	return carrier_is_chain(shim_entry(sg));
}

bool sg_is_last(struct scatterlist *sg)
{
	return carrier_is_last(shim_entry(sg));
}

struct scatterlist *sg_chain_ptr(struct scatterlist *sg)
{
	return carrier_chain(shim_entry(sg));
}

struct scatterlist *sg_next(struct scatterlist *sg)
{
	if (carrier_is_last(shim_entry(sg)))
		return NULL;
	sg++;
	if (carrier_is_chain(sg))
		sg = carrier_chain(sg);
	return shim_entry(sg);
}

struct scatterlist *sg_last(struct scatterlist *sgl, unsigned int nents)
{
	struct scatterlist *sg = sgl;

	check_storage(sgl, nents);
	for (unsigned int i = 1; i < nents; i++) {
		sg = sg_next(sg);
		if (!sg)
			SHIM_DIE(SHIM_BUG_CHAIN_END);
	}
	BUG_ON(!sg_is_last(sg));
	return sg;
}

int sg_nents(struct scatterlist *sg)
{
	int nents = 0;

	for (; sg; sg = sg_next(sg))
		nents++;
	return nents;
}

int sg_nents_for_len(struct scatterlist *sg, u64 len)
{
	int nents = 0;
	u64 total = 0;

	if (len == 0)
		return 0;
	for (; sg; sg = sg_next(sg)) {
		nents++;
		total += sg->length;
		if (total >= len)
			return nents;
	}
	return -EINVAL;
}

/* An end before the slot for the link: nothing behind it would ever be reached. */
static void check_link(struct scatterlist *prv, unsigned int prv_nents)
{
	check_storage(prv, prv_nents);
	for (unsigned int i = 0; i + 1 < prv_nents; i++) {
		if (carrier_is_last(shim_entry(&prv[i])))
			SHIM_DIE(SHIM_BUG_CHAIN_END);
	}
}

void sg_chain(struct scatterlist *prv, unsigned int prv_nents, struct scatterlist *sgl)
{
	check_link(prv, prv_nents);
	if (SHIM_IS(LISTS, FENCED) &&
	    carrier_is_unmappable(shim_entry(prv)) != carrier_is_unmappable(shim_entry(sgl)))
		SHIM_DIE(SHIM_BUG_MIXED_CHAIN);
	carrier_set_chain(&prv[prv_nents - 1], shim_entry(sgl));
}
