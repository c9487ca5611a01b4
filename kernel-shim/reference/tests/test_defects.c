// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The defects of the draft of April 2017 (defect.h), by number.  The fifth is one of
 * types, which sparse notices.
 */
#include "test.h"

#include <linux/p2pmem.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/world.h>

static void make_io(struct scatterlist *sg, unsigned int len)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(shim_p2pmem(), &nents, len);

	sg_init_table(sg, 1);
	sg_set_iomem_page(sg, sg_page(sgl), len, 0);
}

static void drop_io(struct scatterlist *sg)
{
	p2pmem_free(shim_p2pmem(), page_to_virt(sg_page(sg)), sg->length);
}

/* 1: the copy went through addr, which is NULL for I/O memory. */
static void test_copy(void)
{
	char in[16] = "through ioaddr", out[16] = "";
	struct scatterlist sg;

	shim_set_policy("rfc");
	make_io(&sg, 64);
	CHECK(sg_copy_from_buffer(&sg, 1, in, 16) == 16);
	CHECK(sg_copy_to_buffer(&sg, 1, out, 16) == 16);
	CHECK(strcmp(in, out) == 0);
	drop_io(&sg);
}

/* 2: the iterator stayed where it was, for ever. */
static void test_stop(void)
{
	struct sg_mapping_iter miter;
	struct scatterlist sg;
	unsigned int chunks = 0;

	shim_set_policy("rfc");
	make_io(&sg, 2 * PAGE_SIZE);
	sg_miter_start(&miter, &sg, 1, SG_MITER_FROM_SG | SG_MITER_IOMEM);
	while (chunks < 10 && sg_miter_next(&miter))
		chunks++;
	CHECK(chunks == 2);
	drop_io(&sg);
}

/* 3: the first sg_set_page() took away the mark of the last entry. */
static void test_last(void)
{
	struct page *page = alloc_page(GFP_KERNEL);
	struct scatterlist sg[2];

	sg_init_table(sg, 2);
	sg_set_page(&sg[0], page, 8, 0);
	sg_set_page(&sg[1], page, 8, 0);
	CHECK(sg_is_last(&sg[1]) && !sg_is_last(&sg[0]));
	put_page(page);
}

/* 4: only lists at a page boundary could be chained. */
static void test_chain(void)
{
	struct scatterlist *list = kcalloc(8, sizeof(*list), GFP_KERNEL);

	sg_init_table(list, 3);
	sg_init_table(&list[3], 2);
	sg_chain(list, 3, &list[3]);
	CHECK(sg_next(&list[1]) == &list[3] && sg_nents(list) == 4);
	kfree(list);
}

/* 6: without the flag the transfer was short, and nothing said so. */
static void test_short(void)
{
	struct sg_mapping_iter miter;
	struct scatterlist sg;

	shim_set_policy("rfc");
	make_io(&sg, 64);
	sg_miter_start(&miter, &sg, 1, SG_MITER_FROM_SG);
	CHECK(!sg_miter_next(&miter));
	CHECK_WARNS(MITER_IO);
	drop_io(&sg);
}

const struct test tests[] = {
	{"defect 1: copies through addr", test_copy},
	{"defect 2: sg_miter_stop() does not advance", test_stop},
	{"defect 3: the mark of the last is lost", test_last},
	{"defect 4: chains by page frame number", test_chain},
	{"defect 6: a short transfer in silence", test_short},
	{NULL, NULL},
};
