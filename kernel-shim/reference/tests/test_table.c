// SPDX-License-Identifier: GPL-2.0-or-later
/* Tables on the heap, made of pages, and split. */
#include "test.h"

#include <linux/p2pmem.h>
#include <linux/slab.h>
#include <shim/world.h>

#define MANY 300

static void test_alloc_table(void)
{
	struct sg_table table;
	struct scatterlist *sg;
	unsigned int i, seen = 0;

	CHECK(sg_alloc_table(&table, 0, GFP_KERNEL) == -EINVAL);
	CHECK(sg_alloc_table(&table, MANY, GFP_KERNEL) == 0);
	CHECK(table.nents == MANY && table.orig_nents == MANY);
	CHECK(sg_is_chain(&table.sgl[SG_MAX_SINGLE_ALLOC - 1]));
	for_each_sgtable_sg(&table, sg, i) seen += !sg_page(sg);
	CHECK(seen == MANY && !sg && sg_nents(table.sgl) == MANY);
	sg_free_table(&table);
	CHECK(!table.sgl && !table.orig_nents);
	sg_free_table(&table);
	CHECK_SILENT();
}

static void next_of(void *sg)
{
	sg_next(sg);
}

static void test_freed_table(void)
{
	struct sg_table table, copy;

	CHECK(sg_alloc_table(&table, 4, GFP_KERNEL) == 0);
	copy = table;
	sg_free_table(&table);
	CHECK_DIES(next_of, copy.sgl, BUG_FREED_TABLE);
	CHECK_DIES(next_of, copy.sgl + 3, BUG_FREED_TABLE);
}

static void free_freed(void *table)
{
	sg_free_table(table);
}

static void test_freed_twice(void)
{
	struct sg_table table, copy;

	CHECK(sg_alloc_table(&table, 4, GFP_KERNEL) == 0);
	copy = table;
	sg_free_table(&table);
	CHECK_DIES(free_freed, &copy, BUG_FREED_TABLE);
	CHECK_DIES(free_freed, NULL, BUG_NULL);
}

/* Pages from one run of frames, so that neighbours are known. */
static struct page *run(unsigned int order)
{
	return alloc_pages(GFP_KERNEL, order);
}

static void test_from_pages(void)
{
	struct page *first = run(3);
	struct page *pages[] = {first, first + 1, first + 2, first + 4, first + 5, first + 3};
	struct sg_table table;

	CHECK(sg_alloc_table_from_pages(&table, pages, 6, 100, 6 * PAGE_SIZE - 300, GFP_KERNEL) ==
	      0);
	CHECK(table.orig_nents == 3);
	CHECK(table.sgl[0].offset == 100 && table.sgl[0].length == 3 * PAGE_SIZE - 100);
	CHECK(table.sgl[1].length == 2 * PAGE_SIZE && sg_page(&table.sgl[1]) == first + 4);
	CHECK(table.sgl[2].length == PAGE_SIZE - 200 && sg_is_last(&table.sgl[2]));
	sg_free_table(&table);
	CHECK(sg_alloc_table_from_pages_segment(&table, pages, 3, 0, 3 * PAGE_SIZE, PAGE_SIZE,
	                                        GFP_KERNEL) == 0);
	CHECK(table.orig_nents == 3);
	sg_free_table(&table);
	CHECK_SILENT();
	CHECK(sg_alloc_table_from_pages_segment(&table, pages, 3, 0, 3 * PAGE_SIZE, 100,
	                                        GFP_KERNEL) == -EINVAL);
	CHECK_WARNS(WARN_ON);
	__free_pages(first, 3);
}

static void test_from_mixed_pages(void)
{
	void *peer = p2pmem_alloc(shim_p2pmem(), 2 * PAGE_SIZE);
	struct page *io = virt_to_page(peer), *ram = run(0);
	struct page *pages[] = {io, io + 1, ram};
	struct sg_table table;

	shim_set_policy("rfc");
	CHECK(sg_alloc_table_from_pages(&table, pages, 3, 0, 3 * PAGE_SIZE, GFP_KERNEL) == 0);
	CHECK(table.orig_nents == 2);
	CHECK(sg_is_iomem(&table.sgl[0]) && table.sgl[0].length == 2 * PAGE_SIZE);
	CHECK(!sg_is_iomem(&table.sgl[1]));
	sg_free_table(&table);
	shim_set_switch("LISTS=FENCED");
	CHECK(sg_alloc_table_from_pages(&table, pages, 3, 0, 3 * PAGE_SIZE, GFP_KERNEL) == -EINVAL);
	CHECK_SILENT();
	p2pmem_free(shim_p2pmem(), peer, 2 * PAGE_SIZE);
	put_page(ram);
}

static void test_append(void)
{
	struct page *first = run(3);
	struct page *pages[] = {first, first + 1, first + 2, first + 4};
	struct sg_append_table table = {0};

	CHECK(sg_alloc_append_table_from_pages(&table, pages, 2, 0, 2 * PAGE_SIZE, ~0U, 2,
	                                       GFP_KERNEL) == 0);
	CHECK(table.sgt.orig_nents == 1);
	CHECK(sg_alloc_append_table_from_pages(&table, pages + 2, 2, 0, 2 * PAGE_SIZE, ~0U, 0,
	                                       GFP_KERNEL) == 0);
	CHECK(table.sgt.orig_nents == 2 && table.sgt.sgl->length == 3 * PAGE_SIZE);
	CHECK(sg_is_last(table.prv) && sg_nents(table.sgt.sgl) == 2);
	CHECK_SILENT();
	CHECK(sg_alloc_append_table_from_pages(&table, pages, 1, 8, 8, ~0U, 0, GFP_KERNEL) ==
	      -EINVAL);
	CHECK_WARNS(WARN_ON);
	sg_free_append_table(&table);
	__free_pages(first, 3);
}

static void test_sgl_alloc(void)
{
	unsigned int nents = 0;
	struct scatterlist *sgl = sgl_alloc(2 * PAGE_SIZE + 10, GFP_KERNEL, &nents);

	CHECK(nents == 3 && sg_nents(sgl) == 3 && sgl[2].length == 10);
	sgl_free(sgl);
	sgl = sgl_alloc_order(3 * PAGE_SIZE, 1, true, GFP_KERNEL, &nents);
	CHECK(nents == 2 && sg_nents(sgl) == 3 && sgl[1].length == PAGE_SIZE);
	sgl_free_order(sgl, 1);
	sgl = sgl_alloc_order(PAGE_SIZE, 0, false, GFP_KERNEL, NULL);
	sgl_free_n_order(sgl, 1, 0);
	sgl_free(NULL);
	CHECK_SILENT();
}

static void test_free_io(void)
{
	unsigned int nents;
	struct scatterlist *sgl = sgl_alloc(PAGE_SIZE, GFP_KERNEL, &nents);
	struct page *ram = sg_page(sgl), *io = p2pmem_alloc_page(shim_p2pmem());

	sg_set_iomem_page(sgl, io, PAGE_SIZE, 0);
	sgl_free(sgl);
	CHECK_WARNS(FREE_IO);
	put_page(ram);
	p2pmem_free_page(shim_p2pmem(), io);
	CHECK_SILENT();
}

static void test_split(void)
{
	struct page *ram = run(0), *io = p2pmem_alloc_page(shim_p2pmem());
	static const size_t sizes[] = {150, 150};
	struct scatterlist list[4], *out[2];

	shim_set_policy("rfc");
	sg_init_table(list, 4);
	sg_set_page(&list[0], ram, 100, 1000);
	sg_set_iomem_page(&list[1], io, 100, 8);
	sg_set_page(&list[2], ram, 100, 2000);
	sg_set_iomem_page(&list[3], io, 100, 500);
	CHECK(sg_split(list, 0, 20, 2, sizes, out, NULL, GFP_KERNEL) == 0);
	CHECK(sg_nents(out[0]) == 2 && sg_nents(out[1]) == 3);
	CHECK(out[0][0].offset == 1020 && out[0][0].length == 80 && !sg_is_iomem(&out[0][0]));
	CHECK(out[0][1].offset == 8 && out[0][1].length == 70 && sg_is_iomem(&out[0][1]));
	CHECK(out[1][0].offset == 78 && out[1][0].length == 30 && sg_is_iomem(&out[1][0]));
	CHECK(out[1][1].length == 100 && !sg_is_iomem(&out[1][1]));
	CHECK(out[1][2].offset == 500 && out[1][2].length == 20 && sg_is_iomem(&out[1][2]));
	kfree(out[0]);
	kfree(out[1]);
	CHECK(sg_split(list, 0, 120, 2, sizes, out, NULL, GFP_KERNEL) == -EINVAL);
	CHECK_SILENT();
	put_page(ram);
	p2pmem_free_page(shim_p2pmem(), io);
}

static void test_split_mapped(void)
{
	struct page *ram = run(0);
	static const size_t sizes[] = {60, 140};
	struct scatterlist list[2], *out[2];
	int mapped[2];

	sg_init_table(list, 2);
	for (unsigned int i = 0; i < 2; i++) {
		sg_set_page(&list[i], ram, 100, i * 1000);
		sg_dma_address(&list[i]) = 0x1000 * (i + 1);
		sg_dma_len(&list[i]) = 100;
	}
	CHECK(sg_split(list, 2, 0, 2, sizes, out, mapped, GFP_KERNEL) == 0);
	CHECK(mapped[0] == 1 && mapped[1] == 2);
	CHECK(sg_dma_address(out[1]) == 0x1000 + 60 && sg_dma_len(out[1]) == 40);
	CHECK(sg_dma_address(&out[1][1]) == 0x2000 && sg_dma_len(&out[1][1]) == 100);
	kfree(out[0]);
	kfree(out[1]);
	put_page(ram);
	CHECK_SILENT();
}

const struct test tests[] = {
	{"sg_alloc_table() chains", test_alloc_table},
	{"a look at a freed table", test_freed_table},
	{"a table is freed twice", test_freed_twice},
	{"neighbours merge", test_from_pages},
	{"I/O pages are marked and do not merge with RAM", test_from_mixed_pages},
	{"append tables", test_append},
	{"sgl_alloc()", test_sgl_alloc},
	{"I/O pages are not freed", test_free_io},
	{"sg_split() keeps marks", test_split},
	{"sg_split() of a mapped list", test_split_mapped},
	{NULL, NULL},
};
