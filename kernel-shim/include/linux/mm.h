/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pages: reference counts, addresses, user memory. */
#ifndef SHIM_LINUX_MM_H
#define SHIM_LINUX_MM_H

#include <asm/page.h>
#include <linux/gfp.h>
#include <linux/memremap.h>
#include <linux/mm_types.h>
#include <linux/pfn.h>
#include <linux/vmalloc.h>

struct vm_fault {
	struct vm_area_struct *vma;
	unsigned int flags;
	unsigned long pgoff;
	unsigned long address;
	struct page *page;
};

void *page_address(const struct page *page);
void *folio_address(const struct folio *folio);
#define nth_page(page, n) ((page) + (n))
#define folio_page(folio, n) nth_page(&(folio)->page, n)
#define offset_in_page(p) ((unsigned long)(p) & ~PAGE_MASK)
struct folio *page_folio(struct page *page);
struct page *virt_to_head_page(const void *x);
struct folio *virt_to_folio(const void *x);
bool pfn_valid(unsigned long pfn);
int page_is_ram(unsigned long pfn);

void get_page(struct page *page);
void put_page(struct page *page);
void folio_get(struct folio *folio);
void folio_put(struct folio *folio);
bool set_page_dirty(struct page *page);
int set_page_dirty_lock(struct page *page);

long get_user_pages(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
                    struct page **pages);
long pin_user_pages(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
                    struct page **pages);
int get_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
                        struct page **pages);
int pin_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
                        struct page **pages);
void unpin_user_pages(struct page **pages, unsigned long npages);

int remap_pfn_range(struct vm_area_struct *vma, unsigned long addr, unsigned long pfn,
                    unsigned long size, pgprot_t prot);
int io_remap_pfn_range(struct vm_area_struct *vma, unsigned long addr, unsigned long pfn,
                       unsigned long size, pgprot_t prot);
int vm_iomap_memory(struct vm_area_struct *vma, phys_addr_t start, unsigned long len);
int vm_insert_page(struct vm_area_struct *vma, unsigned long addr, struct page *page);
vm_fault_t vmf_insert_pfn(struct vm_area_struct *vma, unsigned long addr, unsigned long pfn);

struct follow_pfnmap_args {
	struct vm_area_struct *vma;
	unsigned long address;
	unsigned long pfn;
	bool writable;
};

enum {
	REGION_INTERSECTS,
	REGION_DISJOINT,
	REGION_MIXED,
};

int follow_pfnmap_start(struct follow_pfnmap_args *args);
void follow_pfnmap_end(struct follow_pfnmap_args *args);
void *lowmem_page_address(const struct page *page);
struct folio *pfn_folio(unsigned long pfn);
bool PageHighMem(const struct page *page);
int region_intersects(resource_size_t start, size_t size, unsigned long flags, unsigned long desc);
void page_frag_free(void *addr);
void page_ref_inc(struct page *page);
#define phys_to_page(phys) pfn_to_page(PHYS_PFN(phys))

#endif
