// SPDX-License-Identifier: GPL-2.0-or-later
/* Helpers that map a page and touch it: for an I/O page nothing is touched. */
#include "internal.h"

#include <linux/highmem.h>

/* Where the bytes are, or NULL when they may not be touched. */
static char *contents(struct page *page, size_t offset)
{
	if (!shim_check_page(page))
		return (char *)shim_page_kva(page) + offset;
	SHIM_WARN(SHIM_PAGE_COPY_IO);
	return NULL;
}

static void fill(struct page *page, size_t offset, int value, size_t len)
{
	char *to = contents(page, offset);

	if (to)
		shim_fill_quiet(to, value, len);
}

void memcpy_page(struct page *dst_page, size_t dst_off, struct page *src_page, size_t src_off,
                 size_t len)
{
	char *from = contents(src_page, src_off);
	char *to = contents(dst_page, dst_off);

	if (from && to)
		shim_copy_quiet(to, from, len);
}

void memcpy_from_page(char *to, struct page *page, size_t offset, size_t len)
{
	char *from = contents(page, offset);

	if (shim_is_plain(to, len) && from)
		shim_copy_quiet(to, from, len);
}

void memcpy_to_page(struct page *page, size_t offset, const char *from, size_t len)
{
	char *to = contents(page, offset);

	if (shim_is_plain(from, len) && to)
		shim_copy_quiet(to, from, len);
}

void memset_page(struct page *page, size_t offset, int val, size_t len)
{
	fill(page, offset, val, len);
}

void memzero_page(struct page *page, size_t offset, size_t len)
{
	fill(page, offset, 0, len);
}

void clear_highpage(struct page *page)
{
	fill(page, 0, 0, PAGE_SIZE);
}

void clear_user_highpage(struct page *page, unsigned long vaddr)
{
	(void)vaddr;
	fill(page, 0, 0, PAGE_SIZE);
}

void tag_clear_highpage(struct page *page)
{
	fill(page, 0, 0, PAGE_SIZE);
}

void copy_highpage(struct page *to, struct page *from)
{
	memcpy_page(to, 0, from, 0, PAGE_SIZE);
}

void copy_user_highpage(struct page *to, struct page *from, unsigned long vaddr,
                        struct vm_area_struct *vma)
{
	(void)vaddr;
	(void)vma;
	copy_highpage(to, from);
}

int copy_mc_highpage(struct page *to, struct page *from)
{
	copy_highpage(to, from);
	return 0;
}

int copy_mc_user_highpage(struct page *to, struct page *from, unsigned long vaddr,
                          struct vm_area_struct *vma)
{
	copy_user_highpage(to, from, vaddr, vma);
	return 0;
}

void zero_user(struct page *page, unsigned int start, unsigned int size)
{
	fill(page, start, 0, size);
}

void zero_user_segment(struct page *page, unsigned int start, unsigned int end)
{
	fill(page, start, 0, end - start);
}

void zero_user_segments(struct page *page, unsigned int start1, unsigned int end1,
                        unsigned int start2, unsigned int end2)
{
	fill(page, start1, 0, end1 - start1);
	if (end2 > start2)
		fill(page, start2, 0, end2 - start2);
}

void memcpy_from_folio(char *to, struct folio *folio, size_t offset, size_t len)
{
	memcpy_from_page(to, &folio->page, offset, len);
}

void memcpy_to_folio(struct folio *folio, size_t offset, const char *from, size_t len)
{
	memcpy_to_page(&folio->page, offset, from, len);
}

size_t memcpy_from_file_folio(char *to, struct folio *folio, loff_t pos, size_t len)
{
	size_t offset = (size_t)pos & (PAGE_SIZE - 1);
	size_t here = min_t(size_t, len, PAGE_SIZE - offset);

	memcpy_from_page(to, &folio->page, offset, here);
	return here;
}

void *folio_zero_tail(struct folio *folio, size_t offset, void *kaddr)
{
	char *tail = contents(&folio->page, offset);

	if (shim_is_plain(kaddr, PAGE_SIZE - offset) && tail)
		shim_fill_quiet(kaddr, 0, PAGE_SIZE - offset);
	return (char *)kaddr - offset;
}

void folio_fill_tail(struct folio *folio, size_t offset, const char *from, size_t len)
{
	memcpy_to_page(&folio->page, offset, from, len);
	if (!shim_page_is_io(&folio->page))
		fill(&folio->page, offset + len, 0, PAGE_SIZE - offset - len);
}

void folio_zero_range(struct folio *folio, size_t start, size_t length)
{
	fill(&folio->page, start, 0, length);
}

void folio_zero_segment(struct folio *folio, size_t start, size_t xend)
{
	fill(&folio->page, start, 0, xend - start);
}

void folio_zero_segments(struct folio *folio, size_t start1, size_t xend1, size_t start2,
                         size_t xend2)
{
	fill(&folio->page, start1, 0, xend1 - start1);
	if (xend2 > start2)
		fill(&folio->page, start2, 0, xend2 - start2);
}

/* By address: what the address names decides. */
void clear_page(void *page)
{
	if (shim_is_plain(page, PAGE_SIZE))
		shim_fill_quiet(page, 0, PAGE_SIZE);
}

void copy_page(void *to, void *from)
{
	bool is_plain = shim_is_plain(to, PAGE_SIZE);

	if (shim_is_plain(from, PAGE_SIZE) && is_plain)
		shim_copy_quiet(to, from, PAGE_SIZE);
}
