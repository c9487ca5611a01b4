// SPDX-License-Identifier: GPL-2.0-or-later
// Tests that prove RAM when they are true say nothing when they are false.
// RUN: %check
#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/string.h>

void clear_pages_ok(struct page *page)
{
	if (PageHighMem(page)) {
		void *address = kmap_atomic(page);

		memset(address, 0, PAGE_SIZE);
		kunmap_atomic(address);
	} else {
		memset(page_address(page), 0, PAGE_SIZE);
	}
}

void clear_address_ok(void *address)
{
	if (!is_kmap_addr(address))
		memset(address, 0, PAGE_SIZE);
}

void clear_pfn_ok(unsigned long pfn)
{
	if (!page_is_ram(pfn))
		memset(page_address(pfn_to_page(pfn)), 0, PAGE_SIZE);
}
