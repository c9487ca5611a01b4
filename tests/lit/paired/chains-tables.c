// SPDX-License-Identifier: GPL-2.0-or-later
// Chained lists, tables, page iterators, lists made from arrays of pages.
// RUN: %paired
#include <linux/dma-mapping.h>
#include <linux/highmem.h>
#include <linux/p2pmem.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static void set_entry(struct scatterlist *sg, bool is_io)
{
	if (is_io)
		sg_set_iomem_page(sg, p2pmem_alloc_page(shim_p2pmem()), PAGE_SIZE, 0);
	else
		sg_set_page(sg, alloc_page(GFP_KERNEL), PAGE_SIZE, 0);
}

static int chain_walk_bad(const unsigned int *in)
{
	struct scatterlist first[2], second[1], *sg;
	unsigned int i;

	sg_init_table(first, 2);
	sg_init_table(second, 1);
	set_entry(&first[0], in[0]);
	set_entry(&second[0], in[1]);
	sg_chain(first, 2, second);
	for_each_sg(first, sg, 2, i)
		*(u8 *)sg_virt(sg) = 1;
	return 0;
}
SHIM_PROGRAM(chain_walk_bad, 2);

static int chain_walk_tested_ok(const unsigned int *in)
{
	struct scatterlist first[2], second[1], *sg;

	sg_init_table(first, 2);
	sg_init_table(second, 1);
	set_entry(&first[0], in[0]);
	set_entry(&second[0], in[1]);
	sg_chain(first, 2, second);
	for (sg = first; sg; sg = sg_next(sg)) {
		if (!sg_is_iomem(sg))
			*(u8 *)sg_virt(sg) = 1;
	}
	return 0;
}
SHIM_PROGRAM(chain_walk_tested_ok, 2);

static int second_list_tested_by_first_bad(const unsigned int *in)
{
	struct scatterlist first[2], second[1];
	u8 bytes[16];

	sg_init_table(first, 2);
	sg_init_table(second, 1);
	set_entry(&first[0], in[0]);
	set_entry(&second[0], in[1]);
	sg_chain(first, 2, second);
	if (sg_is_iomem(first))
		return -1;
	return (int)sg_pcopy_to_buffer(first, 2, bytes, 16, PAGE_SIZE);
}
SHIM_PROGRAM(second_list_tested_by_first_bad, 2);

static int sg_next_bad(const unsigned int *in)
{
	struct scatterlist sgl[2], *sg;

	sg_init_table(sgl, 2);
	set_entry(&sgl[0], false);
	set_entry(&sgl[1], in[0]);
	sg = sg_next(sgl);
	return *(u8 *)sg_virt(sg);
}
SHIM_PROGRAM(sg_next_bad, 1);

static int sg_last_bad(const unsigned int *in)
{
	struct scatterlist sgl[2];

	sg_init_table(sgl, 2);
	set_entry(&sgl[0], false);
	set_entry(&sgl[1], in[0]);
	return *(u8 *)sg_virt(sg_last(sgl, 2));
}
SHIM_PROGRAM(sg_last_bad, 1);

static int table_bad(const unsigned int *in)
{
	struct sg_table table;
	struct scatterlist *sg;
	unsigned int i;

	if (sg_alloc_table(&table, 2, GFP_KERNEL))
		return -1;
	set_entry(table.sgl, in[0]);
	set_entry(sg_next(table.sgl), in[1]);
	for_each_sgtable_sg(&table, sg, i)
		*(u8 *)sg_virt(sg) = 1;
	sg_free_table(&table);
	return 0;
}
SHIM_PROGRAM(table_bad, 2);

static int table_tested_ok(const unsigned int *in)
{
	struct sg_table table;
	struct scatterlist *sg;
	unsigned int i;

	if (sg_alloc_table(&table, 2, GFP_KERNEL))
		return -1;
	set_entry(table.sgl, in[0]);
	set_entry(sg_next(table.sgl), in[1]);
	for_each_sgtable_sg(&table, sg, i) {
		if (sg_is_iomem(sg))
			continue;
		*(u8 *)sg_virt(sg) = 1;
	}
	sg_free_table(&table);
	return 0;
}
SHIM_PROGRAM(table_tested_ok, 2);

static int from_pages_bad(const unsigned int *in)
{
	struct page *pages[2];
	struct sg_table table;
	u8 bytes[16];

	for (int i = 0; i < 2; i++) {
		if (in[0])
			pages[i] = p2pmem_alloc_page(shim_p2pmem());
		else
			pages[i] = alloc_page(GFP_KERNEL);
	}
	if (sg_alloc_table_from_pages(&table, pages, 2, 0, 2 * PAGE_SIZE, GFP_KERNEL))
		return -1;
	return (int)sg_copy_to_buffer(table.sgl, table.orig_nents, bytes, sizeof(bytes));
}
SHIM_PROGRAM(from_pages_bad, 1);

static int page_iterator_bad(const unsigned int *in)
{
	struct scatterlist sgl[2];
	struct sg_page_iter piter;

	sg_init_table(sgl, 2);
	set_entry(&sgl[0], in[0]);
	set_entry(&sgl[1], in[1]);
	for_each_sg_page(sgl, &piter, 2, 0) {
		u8 *bytes = kmap_local_page(sg_page_iter_page(&piter));

		bytes[0] = 1;
		kunmap_local(bytes);
	}
	return 0;
}
SHIM_PROGRAM(page_iterator_bad, 2);

static int page_iterator_tested_ok(const unsigned int *in)
{
	struct scatterlist sgl[2];
	struct sg_page_iter piter;

	sg_init_table(sgl, 2);
	set_entry(&sgl[0], in[0]);
	set_entry(&sgl[1], in[1]);
	for_each_sg_page(sgl, &piter, 2, 0) {
		struct page *page = sg_page_iter_page(&piter);

		if (is_pci_p2pdma_page(page))
			continue;
		*(u8 *)page_address(page) = 1;
	}
	return 0;
}
SHIM_PROGRAM(page_iterator_tested_ok, 2);

static int mapped_for_dma_ok(const unsigned int *in)
{
	struct scatterlist sgl[2], *sg;
	unsigned int i, count, sum = 0;

	sg_init_table(sgl, 2);
	set_entry(&sgl[0], in[0]);
	set_entry(&sgl[1], in[1]);
	count = dma_map_sg(shim_device(), sgl, 2, DMA_TO_DEVICE);
	for_each_sg(sgl, sg, count, i)
		sum += sg_dma_len(sg);
	return (int)sum;
}
SHIM_PROGRAM(mapped_for_dma_ok, 2);

static int init_again_ok(const unsigned int *in)
{
	struct scatterlist sgl[1];

	sg_init_table(sgl, 1);
	set_entry(&sgl[0], true);
	sg_init_table(sgl, 1);
	sg_set_buf(sgl, kzalloc(PAGE_SIZE, GFP_KERNEL), PAGE_SIZE);
	return *(u8 *)sg_virt(sgl) + (int)in[0];
}
SHIM_PROGRAM(init_again_ok, 1);
