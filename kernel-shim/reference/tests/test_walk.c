// SPDX-License-Identifier: GPL-2.0-or-later
/* Iterators and copies, over RAM, I/O memory and both. */
#include "test.h"

#include <linux/p2pmem.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/world.h>

#define IO_BYTES 5000U
#define TOTAL (100 + IO_BYTES + 50)

/* RAM, I/O memory over a page boundary, RAM. */
struct mixed {
	struct scatterlist list[3];
	struct page *first, *last;
	char *peer;
};

static void make(struct mixed *m)
{
	m->first = alloc_page(GFP_KERNEL);
	m->last = alloc_page(GFP_KERNEL);
	m->peer = p2pmem_alloc(shim_p2pmem(), 2 * PAGE_SIZE);
	sg_init_table(m->list, 3);
	sg_set_page(&m->list[0], m->first, 100, 10);
	sg_set_iomem_page(&m->list[1], virt_to_page(m->peer), IO_BYTES, 30);
	sg_set_page(&m->list[2], m->last, 50, 4000);
}

static void drop(struct mixed *m)
{
	put_page(m->first);
	put_page(m->last);
	p2pmem_free(shim_p2pmem(), m->peer, 2 * PAGE_SIZE);
}

static void test_pages(void)
{
	struct page *page;
	struct sg_page_iter iter;
	struct mixed m;
	unsigned int count = 0;

	make(&m);
	for_each_sg_page(m.list, &iter, 3, 0)
	{
		page = sg_page_iter_page(&iter);
		count++;
		CHECK(page == (count == 1   ? m.first
		               : count == 4 ? m.last
		                            : virt_to_page(m.peer) + count - 2));
	}
	CHECK(count == 4);
	sg_set_page(&m.list[1], NULL, 8, 0);
	count = 0;
	for_each_sg_page(m.list, &iter, 3, 1) count += !sg_page_iter_page(&iter);
	CHECK(count == 1);
	CHECK_SILENT();
	drop(&m);
}

static void test_dma_pages(void)
{
	struct sg_dma_page_iter iter;
	struct scatterlist sg;
	dma_addr_t wanted = 0x10000;

	sg_init_table(&sg, 1);
	sg_dma_address(&sg) = wanted;
	sg_dma_len(&sg) = 3 * PAGE_SIZE;
	for_each_sg_dma_page(&sg, &iter, 1, 0)
	{
		CHECK(sg_page_iter_dma_address(&iter) == wanted);
		wanted += PAGE_SIZE;
	}
	CHECK(wanted == 0x13000);
}

static void test_miter(void)
{
	struct sg_mapping_iter miter;
	static const size_t lengths[] = {100, PAGE_SIZE - 30, IO_BYTES - PAGE_SIZE + 30, 50};
	unsigned int i = 0;
	struct mixed m;

	shim_set_policy("rfc");
	make(&m);
	sg_miter_start(&miter, m.list, 3, SG_MITER_FROM_SG | SG_MITER_IOMEM);
	for (; sg_miter_next(&miter); i++) {
		bool is_io = i == 1 || i == 2;

		CHECK(miter.length == lengths[i] && miter.consumed == lengths[i]);
		CHECK(!miter.addr == is_io && !miter.ioaddr == !is_io);
	}
	CHECK(i == 4);
	sg_miter_stop(&miter);
	CHECK(!miter.addr && !miter.ioaddr && !miter.page && !miter.length);
	CHECK_SILENT();
	sg_miter_start(&miter, m.list, 3, 0);
	CHECK_WARNS(WARN_ON);
	drop(&m);
}

/* The rest of a chunk comes again, in I/O memory too. */
static void test_miter_consumes(void)
{
	struct sg_mapping_iter miter;
	struct mixed m;

	shim_set_policy("rfc");
	make(&m);
	sg_miter_start(&miter, m.list, 3, SG_MITER_ATOMIC | SG_MITER_TO_SG | SG_MITER_IOMEM);
	CHECK(sg_miter_skip(&miter, 110));
	CHECK(sg_miter_next(&miter) && miter.ioaddr && miter.length == PAGE_SIZE - 40);
	miter.consumed = 16;
	CHECK(sg_miter_next(&miter) && miter.ioaddr && miter.length == PAGE_SIZE - 56);
	miter.consumed = miter.length + 1;
	sg_miter_stop(&miter);
	CHECK_WARNS(WARN_ON);
	sg_miter_start(&miter, m.list, 3, SG_MITER_FROM_SG | SG_MITER_IOMEM);
	CHECK(sg_miter_skip(&miter, TOTAL - 1));
	CHECK(sg_miter_next(&miter) && miter.length == 1);
	CHECK(!sg_miter_skip(&miter, 1 + 1));
	CHECK_SILENT();
	drop(&m);
}

static unsigned int chunks_without_flag(struct mixed *m)
{
	struct sg_mapping_iter miter;
	unsigned int chunks = 0;

	sg_miter_start(&miter, m->list, 3, SG_MITER_FROM_SG);
	while (sg_miter_next(&miter)) {
		chunks++;
		CHECK(miter.addr && !miter.ioaddr);
	}
	sg_miter_stop(&miter);
	return chunks;
}

static void test_miter_modes(void)
{
	struct mixed m;

	make(&m);
	shim_set_policy("rfc");
	CHECK(chunks_without_flag(&m) == 1);
	CHECK_WARNS(MITER_IO);
	shim_set_switch("MITER_NOFLAG=SILENT_STOP");
	CHECK(chunks_without_flag(&m) == 1);
	CHECK_SILENT();
	/* Two chunks of I/O memory: one report of the place, two in number. */
	shim_set_switch("MITER_NOFLAG=WARN_CONTINUE");
	m.list[1].length = 64;
	CHECK(chunks_without_flag(&m) == 3);
	CHECK_WARNS(MITER_IO);
	drop(&m);
}

static void fill(char *buf, size_t size)
{
	for (size_t i = 0; i < size; i++)
		buf[i] = (char)(i * 7 + i / 256);
}

static void test_copy(void)
{
	char *out = kmalloc(TOTAL, GFP_KERNEL), *in = kmalloc(TOTAL, GFP_KERNEL);
	struct mixed m;

	shim_set_policy("rfc");
	make(&m);
	fill(in, TOTAL);
	CHECK(sg_copy_from_buffer(m.list, 3, in, TOTAL) == TOTAL);
	CHECK(memcmp((char *)page_address(m.first) + 10, in, 100) == 0);
	CHECK(memcmp(shim_backing(m.peer + 30), in + 100, IO_BYTES) == 0);
	CHECK(sg_copy_to_buffer(m.list, 3, out, TOTAL) == TOTAL);
	CHECK(memcmp(in, out, TOTAL) == 0);
	CHECK(sg_pcopy_to_buffer(m.list, 3, out, 200, 90) == 200);
	CHECK(memcmp(in + 90, out, 200) == 0);
	CHECK(sg_pcopy_to_buffer(m.list, 3, out, 200, TOTAL - 20) == 20);
	CHECK(sg_pcopy_to_buffer(m.list, 3, out, 200, TOTAL + 1) == 0);
	CHECK(sg_pcopy_from_buffer(m.list, 3, in, 10, 4000) == 10);
	CHECK(memcmp(shim_backing(m.peer + 30 + 3900), in, 10) == 0);
	CHECK(sg_zero_buffer(m.list, 3, 60, 80) == 60);
	CHECK(sg_copy_to_buffer(m.list, 3, out, 200) == 200);
	CHECK(memcmp(in, out, 80) == 0 && mem_is_zero(out + 80, 60));
	CHECK(memcmp(in + 140, out + 140, 60) == 0);
	CHECK_SILENT();
	kfree(in);
	kfree(out);
	drop(&m);
}

static void test_copy_modes(void)
{
	char buffer[64] = "";
	struct mixed m;

	make(&m);
	CHECK(sg_copy_to_buffer(m.list, 1, buffer, 64) == 64);
	CHECK_SILENT();
	CHECK(sg_copy_to_buffer(&m.list[1], 1, buffer, 64) == 64);
	CHECK_WARNS(SG_COPY_IO);
	CHECK(sg_zero_buffer(&m.list[1], 1, 64, 0) == 64);
	CHECK_WARNS(SG_COPY_IO);
	CHECK(sg_copy_to_buffer(m.list, 1, m.peer, 64) == 0);
	CHECK_WARNS(MEMCPY_IO);
	shim_set_policy("rfc");
	CHECK(sg_iocopy_from_buffer(&m.list[1], 1, buffer, 64) == 64);
	CHECK(sg_iocopy_to_buffer(&m.list[1], 1, buffer, 64) == 64);
	CHECK_SILENT();
	CHECK(sg_iocopy_to_buffer(m.list, 1, buffer, 64) == 64);
	CHECK_WARNS(IO_ACCESSOR_ON_RAM);
	drop(&m);
}

static void copy_to_null(void *sgl)
{
	sg_copy_to_buffer(sgl, 1, NULL, 8);
}

static void copy_from_no_list(void *buffer)
{
	sg_copy_to_buffer(NULL, 1, buffer, 8);
}

static void test_bad_input(void)
{
	char buffer[8] = "";
	struct mixed m;

	make(&m);
	CHECK_DIES(copy_to_null, m.list, BUG_NULL);
	CHECK_DIES(copy_from_no_list, buffer, BUG_NULL);
	drop(&m);
}

const struct test tests[] = {
	{"for_each_sg_page()", test_pages},
	{"for_each_sg_dma_page()", test_dma_pages},
	{"sg_miter over RAM and I/O memory", test_miter},
	{"sg_miter takes up what was not consumed", test_miter_consumes},
	{"sg_miter without the flag", test_miter_modes},
	{"copies dispatch by entry", test_copy},
	{"copies by policy", test_copy_modes},
	{"misuse ends in a named report", test_bad_input},
	{NULL, NULL},
};
