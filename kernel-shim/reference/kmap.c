// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Short-lived mappings.  All RAM is in the linear map, so a mapping is an address
 * and the bookkeeping that a machine with highmem would need.
 */
#include "internal.h"

#include <linux/highmem.h>
#include <linux/vmalloc.h>

#define MAX_LOCAL 16
#define MAX_LASTING 256

struct local_map {
	const char *page; /* start of the page */
	bool is_atomic;
};

struct lasting_map {
	const struct page *page;
	unsigned int count;
};

static struct local_map locals[MAX_LOCAL];
static unsigned int local_count;
static struct lasting_map lasting[MAX_LASTING];

static void push(const void *kva, bool is_atomic)
{
	BUG_ON(local_count == MAX_LOCAL);
	locals[local_count++] = (struct local_map){kva, is_atomic};
}

/* The last mapping goes first. */
static void pop(const void *addr, bool is_atomic)
{
	const char *page = (const char *)addr - offset_in_page(addr);

	if (local_count && locals[local_count - 1].page == page &&
	    locals[local_count - 1].is_atomic == is_atomic)
		local_count--;
	else
		SHIM_WARN(SHIM_BAD_UNMAP);
}

bool shim_is_in_kmap_atomic(void)
{
	for (unsigned int i = 0; i < local_count; i++) {
		if (locals[i].is_atomic)
			return true;
	}
	return false;
}

/* The slot of the page, or a free one, or NULL. */
static struct lasting_map *slot_of(const struct page *page)
{
	struct lasting_map *slot = NULL;

	for (unsigned int i = 0; i < MAX_LASTING; i++) {
		if (lasting[i].count && lasting[i].page == page)
			return &lasting[i];
		if (!lasting[i].count && !slot)
			slot = &lasting[i];
	}
	return slot;
}

static void add_lasting(const struct page *page)
{
	struct lasting_map *slot = slot_of(page);

	BUG_ON(!slot);
	slot->page = page;
	slot->count++;
}

void *shim_kmap_quiet(const struct page *page, bool is_atomic)
{
	void *kva = shim_page_kva(page);

	if (is_atomic)
		push(kva, true);
	else
		add_lasting(page);
	return kva;
}

static void look_at(const struct page *page)
{
	if (shim_check_page(page) && SHIM_IS(CONVERT, WARN))
		SHIM_WARN(SHIM_KMAP_IO);
}

static void *map_local(const struct page *page, size_t offset)
{
	char *kva;

	look_at(page);
	kva = shim_page_kva(page);
	push(kva + (offset & PAGE_MASK), false);
	return kva + offset;
}

void *kmap(struct page *page)
{
	look_at(page);
	return shim_kmap_quiet(page, false);
}

void kunmap(const struct page *page)
{
	struct lasting_map *slot;

	shim_check_page(page);
	slot = slot_of(page);
	if (slot && slot->count)
		slot->count--;
	else
		SHIM_WARN(SHIM_BAD_UNMAP);
}

void *kmap_atomic(const struct page *page)
{
	look_at(page);
	return shim_kmap_quiet(page, true);
}

void *kmap_atomic_prot(const struct page *page, pgprot_t prot)
{
	(void)prot;
	return kmap_atomic(page);
}

void kunmap_atomic(const void *addr)
{
	pop(addr, true);
}

void *kmap_local_page(const struct page *page)
{
	return map_local(page, 0);
}

void *kmap_local_page_prot(struct page *page, pgprot_t prot)
{
	(void)prot;
	return map_local(page, 0);
}

void *kmap_local_folio(const struct folio *folio, size_t offset)
{
	return map_local(&folio->page, offset);
}

/* A frame says nothing about its memory, so neither does the mapping of one. */
void *kmap_local_pfn(unsigned long pfn)
{
	push(shim_page_kva(pfn_to_page(pfn)), false);
	return shim_page_kva(pfn_to_page(pfn));
}

void *kmap_atomic_pfn(unsigned long pfn)
{
	push(shim_page_kva(pfn_to_page(pfn)), true);
	return shim_page_kva(pfn_to_page(pfn));
}

void kunmap_local(const void *addr)
{
	pop(addr, false);
}

struct page *kmap_to_page(void *addr)
{
	return virt_to_page(addr);
}

bool is_kmap_addr(const void *x)
{
	(void)x;
	return false;
}

void flush_dcache_page(struct page *page)
{
	shim_check_page(page);
}

void flush_kernel_vmap_range(void *vaddr, int size)
{
	(void)vaddr;
	(void)size;
}

void invalidate_kernel_vmap_range(void *vaddr, int size)
{
	(void)vaddr;
	(void)size;
}

static bool is_run(struct page **pages, unsigned int count)
{
	for (unsigned int i = 1; i < count; i++) {
		if (page_to_pfn(pages[i]) != page_to_pfn(pages[i - 1]) + 1)
			return false;
	}
	return true;
}

/* Pages that are no neighbours would need a second view of RAM: not simulated. */
void *vmap(struct page **pages, unsigned int count, unsigned long flags, pgprot_t prot)
{
	(void)flags;
	(void)prot;
	if (count == 0)
		SHIM_DIE(SHIM_BUG_ZERO_NENTS);
	for (unsigned int i = 0; i < count; i++)
		look_at(pages[i]);
	if (!is_run(pages, count))
		return NULL;
	add_lasting(pages[0]);
	return shim_page_kva(pages[0]);
}

void vunmap(const void *addr)
{
	struct lasting_map *slot;

	if (!addr)
		return;
	if (shim_region_of(addr) == SHIM_REGION_TOKEN)
		SHIM_WARN(SHIM_BAD_UNMAP);
	else if ((slot = slot_of(virt_to_page(addr))) && slot->count)
		slot->count--;
	else
		SHIM_WARN(SHIM_BAD_UNMAP);
}
