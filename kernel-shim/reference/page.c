// SPDX-License-Identifier: GPL-2.0-or-later
/* struct pages and the frames they stand for. */
#include "internal.h"

#include <linux/highmem.h>

#define RAM_FRAMES (SHIM_RAM_BYTES / PAGE_SIZE)
#define FIRST_FRAME (SHIM_RAM_PHYS >> PAGE_SHIFT)
#define DECOY_ORDER 4
#define NOT_ALLOCATED (-1)
#define INSIDE (-2)

struct page *const vmemmap = (struct page *)SHIM_VMEMMAP_BASE;

/* Of each frame of RAM: the order of the allocation that starts there, or why none does. */
static signed char frame_orders[RAM_FRAMES];
static struct page *decoy;
static struct dev_pagemap pagemaps[SHIM_WINDOW_COUNT];

_Static_assert(sizeof(struct page) == SHIM_PAGE_STRUCT_BYTES, "the map of pages has this stride");
_Static_assert(PAGE_OFFSET == SHIM_LINEAR_BASE, "one linear map");

bool pfn_valid(unsigned long pfn)
{
	phys_addr_t phys = PFN_PHYS(pfn);
	struct shim_window *window = shim_window_of_phys((unsigned long)phys);

	return shim_phys_is_ram((unsigned long)phys) || (window && window->has_pages);
}

int page_is_ram(unsigned long pfn)
{
	return shim_phys_is_ram((unsigned long)PFN_PHYS(pfn));
}

bool shim_pfn_is_io(unsigned long pfn)
{
	return shim_window_of_phys((unsigned long)PFN_PHYS(pfn)) != NULL;
}

bool shim_page_is_known(const struct page *page)
{
	unsigned long offset = (unsigned long)page - SHIM_VMEMMAP_BASE;

	if ((unsigned long)page < SHIM_VMEMMAP_BASE || offset % sizeof(*page))
		return false;
	/* The frames of a window without pages are known too: they only are not valid. */
	return pfn_valid(offset / sizeof(*page)) || shim_pfn_is_io(offset / sizeof(*page));
}

bool shim_page_is_io(const struct page *page)
{
	return shim_pfn_is_io(page_to_pfn(page));
}

bool shim_check_page(const struct page *page)
{
	shim_need(page);
	if (!shim_page_is_known(page))
		SHIM_DIE(SHIM_BUG_NOT_A_PAGE);
	return shim_page_is_io(page);
}

void *shim_page_kva(const struct page *page)
{
	return (void *)(page_to_phys(page) + PAGE_OFFSET);
}

static void init_window_pages(unsigned int index)
{
	struct shim_window *window = &shim_windows[index];

	pagemaps[index] = (struct dev_pagemap){
		.type = MEMORY_DEVICE_PCI_P2PDMA,
		.nr_range = 1,
		.range = {window->phys, window->phys + window->size - 1},
	};
	for (unsigned long offset = 0; offset < window->size; offset += PAGE_SIZE)
		pfn_to_page(PHYS_PFN(window->phys + offset))->pgmap = &pagemaps[index];
}

void shim_pages_init(void)
{
	for (unsigned long i = 0; i < RAM_FRAMES; i++)
		frame_orders[i] = NOT_ALLOCATED;
	for (unsigned int i = 0; i < SHIM_WINDOW_COUNT; i++)
		init_window_pages(i);
	decoy = alloc_pages(GFP_KERNEL, DECOY_ORDER);
}

struct page *shim_decoy_page(void)
{
	return decoy;
}

static bool is_free_run(unsigned long frame, unsigned long count)
{
	for (unsigned long i = 0; i < count; i++) {
		if (frame_orders[frame + i] != NOT_ALLOCATED)
			return false;
	}
	return true;
}

struct page *alloc_pages(gfp_t gfp, unsigned int order)
{
	unsigned long count = 1UL << order;
	struct page *page;

	for (unsigned long frame = 0; frame + count <= RAM_FRAMES; frame += count) {
		if (!is_free_run(frame, count))
			continue;
		for (unsigned long i = 0; i < count; i++)
			frame_orders[frame + i] = INSIDE;
		frame_orders[frame] = (signed char)order;
		page = pfn_to_page(FIRST_FRAME + frame);
		page->_refcount.counter = 1;
		if (gfp & __GFP_ZERO)
			shim_fill_quiet(shim_page_kva(page), 0, count << PAGE_SHIFT);
		return page;
	}
	return NULL;
}

static void release(struct page *page)
{
	unsigned long frame = page_to_pfn(page) - FIRST_FRAME;
	unsigned long count = 1UL << frame_orders[frame];

	for (unsigned long i = 0; i < count; i++)
		frame_orders[frame + i] = NOT_ALLOCATED;
}

/* order is -1 where the caller does not say it. */
static void drop(struct page *page, int order)
{
	int allocated;

	if (shim_check_page(page)) {
		SHIM_WARN(SHIM_FREE_IO);
		return;
	}
	allocated = frame_orders[page_to_pfn(page) - FIRST_FRAME];
	if (allocated < 0 || page->_refcount.counter <= 0)
		SHIM_DIE(SHIM_BUG_DOUBLE_FREE);
	if (order >= 0 && order != allocated)
		SHIM_DIE(SHIM_BUG_DOUBLE_FREE);
	if (--page->_refcount.counter == 0)
		release(page);
}

void __free_pages(struct page *page, unsigned int order)
{
	drop(page, (int)order);
}

unsigned long __get_free_pages(gfp_t gfp, unsigned int order)
{
	struct page *page = alloc_pages(gfp, order);

	return page ? (unsigned long)shim_page_kva(page) : 0;
}

unsigned long get_zeroed_page(gfp_t gfp)
{
	return __get_free_pages(gfp | __GFP_ZERO, 0);
}

void free_pages(unsigned long addr, unsigned int order)
{
	if (addr)
		__free_pages(virt_to_page(addr), order);
}

void get_page(struct page *page)
{
	shim_check_page(page);
	page->_refcount.counter++;
}

/* Peer pages have references too, and go back to their pool by another way. */
void put_page(struct page *page)
{
	if (shim_check_page(page))
		page->_refcount.counter--;
	else
		drop(page, -1);
}

void folio_get(struct folio *folio)
{
	get_page(&folio->page);
}

void folio_put(struct folio *folio)
{
	put_page(&folio->page);
}

struct folio *page_folio(struct page *page)
{
	shim_need(page);
	return (struct folio *)page;
}

struct folio *pfn_folio(unsigned long pfn)
{
	return page_folio(pfn_to_page(pfn));
}

struct page *virt_to_head_page(const void *x)
{
	return virt_to_page(x);
}

struct folio *virt_to_folio(const void *x)
{
	return page_folio(virt_to_page(x));
}

void *page_address(const struct page *page)
{
	if (shim_check_page(page) && SHIM_IS(CONVERT, WARN))
		SHIM_WARN(SHIM_PAGE_ADDRESS_IO);
	return shim_page_kva(page);
}

void *lowmem_page_address(const struct page *page)
{
	return page_address(page);
}

void *folio_address(const struct folio *folio)
{
	return page_address(&folio->page);
}

bool PageHighMem(const struct page *page)
{
	shim_check_page(page);
	return false;
}

int set_page_dirty_lock(struct page *page)
{
	shim_check_page(page);
	return 0;
}

bool is_zone_device_page(const struct page *page)
{
	return shim_check_page(page) && pfn_valid(page_to_pfn(page));
}

bool folio_is_zone_device(const struct folio *folio)
{
	return is_zone_device_page(&folio->page);
}

bool is_pci_p2pdma_page(const struct page *page)
{
	return is_zone_device_page(page) && page->pgmap->type == MEMORY_DEVICE_PCI_P2PDMA;
}

bool is_device_private_page(const struct page *page)
{
	return is_zone_device_page(page) && page->pgmap->type == MEMORY_DEVICE_PRIVATE;
}

bool is_device_coherent_page(const struct page *page)
{
	return is_zone_device_page(page) && page->pgmap->type == MEMORY_DEVICE_COHERENT;
}

bool zone_device_pages_have_same_pgmap(const struct page *a, const struct page *b)
{
	bool is_device = is_zone_device_page(a);

	if (is_device != is_zone_device_page(b))
		return false;
	return !is_device || a->pgmap == b->pgmap;
}
