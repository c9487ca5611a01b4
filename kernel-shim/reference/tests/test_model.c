// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Random sequences of operations on lists, against a model: an array of pieces of
 * two areas of memory, one in RAM and one in I/O memory, and the areas' bytes.
 *
 * usage: shim-test-model-CARRIER [-r ROUNDS]
 */
#include "test.h"

#include <linux/dma-mapping.h>
#include <linux/p2pmem.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/world.h>

#define AREA_PAGES 4U
#define AREA_BYTES ((u32)(AREA_PAGES * PAGE_SIZE))
#define MAX_CHUNKS 4U
#define MAX_CHUNK 6U
#define MAX_PIECES (MAX_CHUNKS * MAX_CHUNK)
#define OPERATIONS 60U
#define MAX_LEN 6000U

enum { RAM, IO, KINDS };

struct piece {
	u32 kind, start, len;
};

struct area {
	struct page *pages;
	char *kva;
	char bytes[AREA_BYTES]; /* what the model says is there */
};

struct model {
	struct scatterlist storage[MAX_PIECES];
	struct scatterlist *entries[MAX_PIECES]; /* the real entry of each piece */
	struct piece pieces[MAX_PIECES];
	u32 count; /* all pieces */
	u32 end;   /* pieces up to the mark of the last */
};

static struct area areas[KINDS];
static struct model m;
static char buffer[MAX_PIECES * MAX_LEN], wanted[MAX_PIECES * MAX_LEN];

/* One check an operation, so that the first difference is what is printed. */
static void expect(bool is_ok, const char *what)
{
	test_report(is_ok && !sg_is_chain(m.entries[0]), what, __FILE__, __LINE__);
}

static void set_piece(u32 index)
{
	struct piece *piece = &m.pieces[index];
	struct scatterlist *sg = m.entries[index];
	struct page *page;
	u32 offset, way = test_random(3);

	piece->kind = test_random(KINDS);
	piece->len = 1 + test_random(MAX_LEN);
	piece->start = test_random(AREA_BYTES - piece->len + 1);
	page = nth_page(areas[piece->kind].pages, piece->start / PAGE_SIZE);
	offset = piece->start % (u32)PAGE_SIZE;
	if (way == 0)
		sg_set_pfn(sg, page_to_pfn_t(page), piece->len, offset);
	else if (piece->kind == IO)
		sg_set_iomem_page(sg, page, piece->len, offset);
	else if (way == 1)
		sg_set_buf(sg, areas[RAM].kva + piece->start, piece->len);
	else
		sg_set_page(sg, page, piece->len, offset);
}

/* A chunk is followed by the next through its last slot. */
static void make_list(void)
{
	u32 chunks = 1 + test_random(MAX_CHUNKS), used = 0;
	struct scatterlist *before = NULL;
	u32 size_before = 0;

	m.count = 0;
	for (u32 c = 0; c < chunks; c++) {
		u32 size = 2 + test_random(MAX_CHUNK - 1);
		bool has_next = c + 1 < chunks;

		sg_init_table(&m.storage[used], size);
		if (before)
			sg_chain(before, size_before, &m.storage[used]);
		for (u32 i = 0; i + has_next < size; i++)
			m.entries[m.count++] = &m.storage[used + i];
		before = &m.storage[used];
		size_before = size;
		used += size;
	}
	m.end = m.count;
	for (u32 i = 0; i < m.count; i++)
		set_piece(i);
}

static void check_walk(void)
{
	struct scatterlist *sg = m.entries[0];
	bool is_ok = true;

	for (u32 i = 0; i < m.end; i++, sg = sg_next(sg)) {
		struct piece *p = &m.pieces[i];
		struct page *page = nth_page(areas[p->kind].pages, p->start / PAGE_SIZE);

		if (sg != m.entries[i])
			break;
		is_ok = is_ok && sg_page(sg) == page && sg->length == p->len &&
		        sg->offset == p->start % PAGE_SIZE && sg_is_iomem(sg) == (p->kind == IO) &&
		        sg_is_last(sg) == (i + 1 == m.end) &&
		        sg_phys(sg) == page_to_phys(page) + sg->offset;
	}
	expect(is_ok && !sg, "a walk sees the pieces");
	expect(sg_nents(m.entries[0]) == (int)m.end, "sg_nents()");
	expect(sg_last(m.entries[0], m.end) == m.entries[m.end - 1], "sg_last()");
}

static u32 total(void)
{
	u32 sum = 0;

	for (u32 i = 0; i < m.end; i++)
		sum += m.pieces[i].len;
	return sum;
}

static void check_nents_for_len(void)
{
	u32 len = test_random(total() + 10), sum = 0;
	int nents = -EINVAL;

	for (u32 i = 0; i < m.end && nents < 0; i++) {
		sum += m.pieces[i].len;
		if (sum >= len)
			nents = (int)i + 1;
	}
	expect(sg_nents_for_len(m.entries[0], len) == (len ? nents : 0), "sg_nents_for_len()");
}

/* The byte of the model at a place in the list, or NULL behind its end. */
static char *byte_at(u32 position)
{
	for (u32 i = 0; i < m.end; i++) {
		struct piece *p = &m.pieces[i];

		if (position < p->len)
			return &areas[p->kind].bytes[p->start + position];
		position -= p->len;
	}
	return NULL;
}

static void check_areas(void)
{
	for (u32 kind = 0; kind < KINDS; kind++)
		expect(memcmp(shim_backing(areas[kind].kva), areas[kind].bytes, AREA_BYTES) == 0,
		       "the memory is as the model says");
}

/* In the order of the list: pieces may overlap. */
static void check_write(void)
{
	u32 skip = test_random(total() + 5), len = test_random(3 * MAX_LEN), done = 0;
	bool is_zero = test_random(3) == 0;
	size_t written;

	for (u32 i = 0; i < len; i++)
		buffer[i] = is_zero ? 0 : (char)test_random(256);
	for (char *byte; done < len && (byte = byte_at(skip + done)); done++)
		*byte = buffer[done];
	if (is_zero)
		written = sg_zero_buffer(m.entries[0], m.end, len, skip);
	else
		written = sg_pcopy_from_buffer(m.entries[0], m.end, buffer, len, skip);
	expect(written == done, "bytes written");
	check_areas();
}

static void check_read(void)
{
	u32 skip = test_random(total() + 5), len = test_random(3 * MAX_LEN), done = 0;

	for (char *byte; done < len && (byte = byte_at(skip + done)); done++)
		wanted[done] = *byte;
	expect(sg_pcopy_to_buffer(m.entries[0], m.end, buffer, len, skip) == done, "bytes read");
	expect(memcmp(buffer, wanted, done) == 0, "what was read");
}

static void check_chunk(const struct sg_mapping_iter *miter, u32 position)
{
	const char *real = miter->addr ? miter->addr : shim_backing((void __force *)miter->ioaddr);
	bool is_ok = !miter->addr != !miter->ioaddr && miter->length && miter->length <= PAGE_SIZE;

	for (u32 i = 0; is_ok && i < miter->length; i++) {
		char *byte = byte_at(position + i);

		is_ok = byte && *byte == real[i];
	}
	expect(is_ok, "a chunk of sg_miter");
}

static void check_miter(void)
{
	u32 flags = SG_MITER_FROM_SG | SG_MITER_IOMEM | (test_random(2) ? SG_MITER_ATOMIC : 0);
	u32 position = test_random(total());
	struct sg_mapping_iter miter;

	sg_miter_start(&miter, m.entries[0], m.end, flags);
	expect(sg_miter_skip(&miter, position), "sg_miter_skip() inside");
	while (sg_miter_next(&miter)) {
		check_chunk(&miter, position);
		if (test_random(2))
			miter.consumed = 1 + test_random((u32)miter.length);
		position += (u32)miter.consumed;
	}
	sg_miter_stop(&miter);
	expect(position == total(), "sg_miter reaches the end");
}

static void check_pages(void)
{
	struct sg_page_iter iter;
	u32 piece = 0, page = 0;
	bool is_ok = true;

	for_each_sg_page(m.entries[0], &iter, m.end, 0)
	{
		struct piece *p = &m.pieces[piece];
		u32 first = p->start / (u32)PAGE_SIZE,
		    last = (p->start + p->len - 1) / (u32)PAGE_SIZE;

		is_ok = is_ok && sg_page_iter_page(&iter) == areas[p->kind].pages + first + page;
		if (first + page++ < last)
			continue;
		page = 0;
		piece++;
	}
	expect(is_ok && piece == m.end, "for_each_sg_page()");
}

/* Two parts with nothing between: together they are the pieces behind the skipped bytes. */
static void check_split(void)
{
	u32 all = total(), skip = test_random(all - 1);
	size_t sizes[2];
	struct scatterlist *out[2];
	u32 position = skip;
	bool is_ok = true;

	if (all - skip < 2)
		return;
	sizes[0] = 1 + test_random(all - skip - 1);
	sizes[1] = 1 + test_random(all - skip - (u32)sizes[0]);
	expect(sg_split(m.entries[0], 0, skip, 2, sizes, out, NULL, GFP_KERNEL) == 0, "sg_split()");
	for (u32 part = 0; part < 2; part++) {
		u32 stop = position + (u32)sizes[part];

		for (struct scatterlist *sg = out[part]; sg; sg = sg_next(sg)) {
			char *byte = byte_at(position);
			u32 kind = sg_is_iomem(sg) ? IO : RAM;
			u32 start = (u32)(sg_phys(sg) - page_to_phys(areas[kind].pages));

			is_ok = is_ok && byte == &areas[kind].bytes[start];
			position += sg->length;
		}
		is_ok = is_ok && position == stop;
		kfree(out[part]);
	}
	expect(is_ok, "the parts of sg_split()");
}

static void check_dma(void)
{
	u32 segments = dma_map_sg(shim_device(), m.entries[0], (int)m.end, DMA_TO_DEVICE);
	struct scatterlist *sg;
	u32 i, sum = 0;

	for_each_sg(m.entries[0], sg, segments, i) sum += sg_dma_len(sg);
	expect(segments && segments <= m.end && sum == total(), "dma_map_sg()");
	dma_unmap_sg(shim_device(), m.entries[0], (int)m.end, DMA_TO_DEVICE);
}

/* The end moves to any piece, and back. */
static void move_end(void)
{
	u32 end = 1 + test_random(m.count);

	sg_unmark_end(m.entries[m.end - 1]);
	sg_mark_end(m.entries[end - 1]);
	m.end = end;
}

static void copy_entry(void)
{
	u32 to = test_random(m.count), from = test_random(m.count);

	if (sg_is_last(m.entries[to]) || sg_is_last(m.entries[from]))
		return;
	*m.entries[to] = *m.entries[from];
	m.pieces[to] = m.pieces[from];
}

static void replace_piece(void)
{
	set_piece(test_random(m.count));
}

static void (*const operations[])(void) = {
	replace_piece, replace_piece, move_end,    copy_entry,  check_nents_for_len, check_write,
	check_write,   check_read,    check_miter, check_pages, check_split,         check_dma,
};

static void start_areas(void)
{
	areas[RAM].pages = alloc_pages(GFP_KERNEL | __GFP_ZERO, 2);
	areas[RAM].kva = page_address(areas[RAM].pages);
	areas[IO].kva = p2pmem_alloc(shim_p2pmem(), AREA_BYTES);
	areas[IO].pages = virt_to_page(areas[IO].kva);
}

static void test_lists(void)
{
	shim_set_policy("rfc");
	start_areas();
	for (u32 round = 0; round < test_rounds; round++) {
		test_seed(round);
		make_list();
		for (u32 i = 0; i < OPERATIONS; i++) {
			operations[test_random(ARRAY_SIZE(operations))]();
			check_walk();
		}
		CHECK_SILENT();
	}
}

/* Pieces of whole pages: what is next to each other in an area merges. */
static void check_table(struct page **pages, u32 count, u32 max_pages)
{
	struct sg_table table;
	struct scatterlist *sg;
	u32 i, at = 0;
	bool is_ok = true;

	expect(sg_alloc_table_from_pages_segment(&table, pages, count, 0, count * PAGE_SIZE,
	                                         max_pages * (u32)PAGE_SIZE, GFP_KERNEL) == 0,
	       "sg_alloc_table_from_pages_segment()");
	for_each_sgtable_sg(&table, sg, i)
	{
		u32 run = 1;

		while (at + run < count && run < max_pages &&
		       pages[at + run] == pages[at + run - 1] + 1)
			run++;
		is_ok = is_ok && sg_page(sg) == pages[at] && sg->length == run * PAGE_SIZE &&
		        sg_is_iomem(sg) == shim_page_is_io(pages[at]);
		at += run;
	}
	expect(is_ok && at == count, "a table of merged pages");
	sg_free_table(&table);
}

static void test_tables(void)
{
	struct page *pages[40];

	shim_set_policy("rfc");
	for (u32 round = 0; round < test_rounds; round++) {
		u32 count = 1 + test_random(ARRAY_SIZE(pages));

		test_seed(round);
		for (u32 i = 0; i < count; i++) {
			u32 kind = test_random(KINDS);
			bool is_next = i && test_random(3) &&
			               pages[i - 1] + 1 < areas[RAM].pages + AREA_PAGES &&
			               pages[i - 1] >= areas[RAM].pages;

			pages[i] = is_next ? pages[i - 1] + 1
			                   : areas[kind].pages + test_random(AREA_PAGES);
		}
		check_table(pages, count, 1 + test_random(4));
	}
	CHECK_SILENT();
}

const struct test tests[] = {
	{"random operations on lists", test_lists},
	{"random tables of pages", test_tables},
	{NULL, NULL},
};
