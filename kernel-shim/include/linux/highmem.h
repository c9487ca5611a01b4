/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Short-lived mappings of pages, and helpers that touch their contents. */
#ifndef SHIM_LINUX_HIGHMEM_H
#define SHIM_LINUX_HIGHMEM_H

#include <linux/mm.h>

void *kmap(struct page *page);
void kunmap(const struct page *page);
void *kmap_atomic(const struct page *page);
void kunmap_atomic(const void *addr);
void *kmap_local_page(const struct page *page);
void *kmap_local_folio(const struct folio *folio, size_t offset);
void *kmap_local_pfn(unsigned long pfn);
void kunmap_local(const void *addr);

void memcpy_page(struct page *dst_page, size_t dst_off, struct page *src_page, size_t src_off,
                 size_t len);
void memcpy_from_page(char *to, struct page *page, size_t offset, size_t len);
void memcpy_to_page(struct page *page, size_t offset, const char *from, size_t len);
void memset_page(struct page *page, size_t offset, int val, size_t len);
void memzero_page(struct page *page, size_t offset, size_t len);
void clear_highpage(struct page *page);
void copy_highpage(struct page *to, struct page *from);
void zero_user(struct page *page, unsigned int start, unsigned int size);
void flush_dcache_page(struct page *page);

void *kmap_atomic_pfn(unsigned long pfn);
void *kmap_local_page_prot(struct page *page, pgprot_t prot);
void *kmap_atomic_prot(const struct page *page, pgprot_t prot);
struct page *kmap_to_page(void *addr);
bool is_kmap_addr(const void *x);

void memcpy_from_folio(char *to, struct folio *folio, size_t offset, size_t len);
void memcpy_to_folio(struct folio *folio, size_t offset, const char *from, size_t len);
size_t memcpy_from_file_folio(char *to, struct folio *folio, loff_t pos, size_t len);
void *folio_zero_tail(struct folio *folio, size_t offset, void *kaddr);
void folio_fill_tail(struct folio *folio, size_t offset, const char *from, size_t len);
void folio_zero_range(struct folio *folio, size_t start, size_t length);
void folio_zero_segment(struct folio *folio, size_t start, size_t xend);
void folio_zero_segments(struct folio *folio, size_t start1, size_t xend1, size_t start2,
                         size_t xend2);
void zero_user_segment(struct page *page, unsigned int start, unsigned int end);
void zero_user_segments(struct page *page, unsigned int start1, unsigned int end1,
                        unsigned int start2, unsigned int end2);
void clear_user_highpage(struct page *page, unsigned long vaddr);
void tag_clear_highpage(struct page *page);
void copy_user_highpage(struct page *to, struct page *from, unsigned long vaddr,
                        struct vm_area_struct *vma);
int copy_mc_highpage(struct page *to, struct page *from);
int copy_mc_user_highpage(struct page *to, struct page *from, unsigned long vaddr,
                          struct vm_area_struct *vma);
void flush_kernel_vmap_range(void *vaddr, int size);
void invalidate_kernel_vmap_range(void *vaddr, int size);

#endif
