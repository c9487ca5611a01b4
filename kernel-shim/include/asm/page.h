/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Page size, and the linear map between addresses, frames and pages. */
#ifndef SHIM_ASM_PAGE_H
#define SHIM_ASM_PAGE_H

#include <linux/types.h>

#define PAGE_SHIFT 12
#define PAGE_SIZE (1UL << PAGE_SHIFT)
#define PAGE_MASK (~(PAGE_SIZE - 1))
/* Where the linear map begins: an address that a process can use too. */
#define PAGE_OFFSET 0x200000000000UL

typedef struct {
	unsigned long pgprot;
} pgprot_t;

#define PAGE_KERNEL ((pgprot_t){0})
pgprot_t pgprot_noncached(pgprot_t prot);
pgprot_t pgprot_writecombine(pgprot_t prot);

struct page;
extern struct page *const vmemmap;
bool shim_virt_addr_valid(unsigned long addr);

#ifdef SHIM_REFERENCE
unsigned long shim_virt_to_phys(unsigned long addr);
unsigned long shim_virt_to_pfn(unsigned long addr);
#define __pa(x) shim_virt_to_phys((unsigned long)(x))
#define virt_to_page(addr) pfn_to_page(shim_virt_to_pfn((unsigned long)(addr)))
#else
#define __pa(x) ((unsigned long)(x) - PAGE_OFFSET)
#define virt_to_page(addr) pfn_to_page(__pa(addr) >> PAGE_SHIFT)
#endif
#define __va(x) ((void *)((unsigned long)(x) + PAGE_OFFSET))
#define __pfn_to_page(pfn) (vmemmap + (pfn))
#define __page_to_pfn(page) ((unsigned long)((page) - vmemmap))
#define pfn_to_page(pfn) __pfn_to_page(pfn)
#define page_to_pfn(page) __page_to_pfn(page)
#define page_to_virt(page) __va(page_to_pfn(page) << PAGE_SHIFT)
#define page_to_phys(page) ((phys_addr_t)page_to_pfn(page) << PAGE_SHIFT)
#define pfn_to_kaddr(pfn) __va((pfn) << PAGE_SHIFT)
#define virt_addr_valid(addr) shim_virt_addr_valid((unsigned long)(addr))
#define PFN_PHYS(pfn) ((phys_addr_t)(pfn) << PAGE_SHIFT)
#define PHYS_PFN(phys) ((unsigned long)((phys) >> PAGE_SHIFT))
#define PAGE_ALIGN(addr) (((addr) + PAGE_SIZE - 1) & PAGE_MASK)

void clear_page(void *page);
void copy_page(void *to, void *from);

#endif
