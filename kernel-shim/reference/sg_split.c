// SPDX-License-Identifier: GPL-2.0-or-later
/* One list into several by length. */
#include "carrier.h"

#include <linux/slab.h>

struct split {
	struct scatterlist *first; /* where it begins in the input */
	size_t skip;               /* bytes of that entry that are not its own */
	size_t length;
	int nents;
	struct scatterlist *out;
};

/* The lengths on the CPU's side or on the device's. */
static size_t length_of(struct scatterlist *sg, bool is_mapped)
{
	return is_mapped ? sg_dma_len(sg) : sg->length;
}

/* Where each split begins and how many entries it covers; false when the input is too short. */
static bool plan(struct split *splits, int count, struct scatterlist *sg, int nents, size_t skip,
                 bool is_mapped)
{
	while (sg && nents && skip >= length_of(sg, is_mapped)) {
		skip -= length_of(sg, is_mapped);
		sg = sg_next(sg);
		nents--;
	}
	for (int i = 0; i < count; i++) {
		size_t left = splits[i].length;

		splits[i].first = sg;
		splits[i].skip = skip;
		splits[i].nents = 0;
		while (left) {
			size_t here;

			if (!sg || !nents)
				return false;
			splits[i].nents++;
			here = length_of(sg, is_mapped) - skip;
			if (left < here) {
				skip += left;
				break;
			}
			left -= here;
			skip = 0;
			sg = sg_next(sg);
			nents--;
		}
	}
	return true;
}

/* The mark goes along: it is part of the entry that is copied. */
static void copy_entries(const struct split *split)
{
	struct scatterlist *in = split->first;
	size_t skip = split->skip, left = split->length;

	for (int i = 0; i < split->nents; i++) {
		struct scatterlist *out = &split->out[i];
		size_t here;

		*out = *shim_entry(in);
		carrier_unmark_end(out);
		here = min_t(size_t, left, in->length - skip);
		out->offset += (unsigned int)skip;
		out->length = (unsigned int)here;
		sg_dma_address(out) = 0;
		sg_dma_len(out) = 0;
		sg_dma_unmark_bus_address(out);
		BUG_ON(carrier_is_iomem(out) != carrier_is_iomem(in));
		left -= here;
		skip = 0;
		in = sg_next(in);
	}
	carrier_mark_end(&split->out[split->nents - 1]);
}

static void copy_mapped(const struct split *split)
{
	struct scatterlist *in = split->first;
	size_t skip = split->skip, left = split->length;

	for (int i = 0; i < split->nents; i++) {
		struct scatterlist *out = &split->out[i];
		size_t here = min_t(size_t, left, sg_dma_len(in) - skip);

		sg_dma_address(out) = sg_dma_address(in) + skip;
		sg_dma_len(out) = (unsigned int)here;
		if (sg_dma_is_bus_address(in))
			sg_dma_mark_bus_address(out);
		left -= here;
		skip = 0;
		in = sg_next(in);
	}
}

static int split_list(struct split *splits, int count, gfp_t gfp)
{
	for (int i = 0; i < count; i++) {
		splits[i].out = shim_list_alloc((unsigned int)splits[i].nents, gfp);
		if (!splits[i].out)
			return -ENOMEM;
		copy_entries(&splits[i]);
	}
	return 0;
}

static int split_mapped(struct split *splits, int count, struct scatterlist *in, int nents,
                        size_t skip, int *out_mapped_nents)
{
	if (!plan(splits, count, in, nents, skip, true))
		return -EINVAL;
	for (int i = 0; i < count; i++) {
		copy_mapped(&splits[i]);
		out_mapped_nents[i] = splits[i].nents;
	}
	return 0;
}

static int split_all(struct split *splits, struct scatterlist *in, int in_mapped_nents, off_t skip,
                     int nb_splits, int *out_mapped_nents, gfp_t gfp)
{
	int ret;

	if (!plan(splits, nb_splits, in, sg_nents(in), (size_t)skip, false))
		return -EINVAL;
	ret = split_list(splits, nb_splits, gfp);
	if (ret == 0 && in_mapped_nents)
		ret = split_mapped(splits, nb_splits, in, in_mapped_nents, (size_t)skip,
		                   out_mapped_nents);
	return ret;
}

int sg_split(struct scatterlist *in, int in_mapped_nents, off_t skip, int nb_splits,
             const size_t *split_sizes, struct scatterlist **out, int *out_mapped_nents, gfp_t gfp)
{
	struct split *splits;
	int ret;

	shim_entry(in);
	if (nb_splits <= 0)
		SHIM_DIE(SHIM_BUG_ZERO_NENTS);
	splits = kcalloc((size_t)nb_splits, sizeof(*splits), gfp);
	if (!splits)
		return -ENOMEM;
	ret = 0;
	for (int i = 0; i < nb_splits; i++) {
		splits[i].length = split_sizes[i];
		if (split_sizes[i] == 0)
			ret = -EINVAL;
	}
	if (ret == 0)
		ret = split_all(splits, in, in_mapped_nents, skip, nb_splits, out_mapped_nents,
		                gfp);
	for (int i = 0; i < nb_splits; i++) {
		if (ret)
			kfree(splits[i].out);
		else
			out[i] = splits[i].out;
	}
	kfree(splits);
	return ret;
}
