/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Page frame numbers with flags; PFN_IOMEM marks I/O memory. */
#ifndef SHIM_LINUX_PFN_T_H
#define SHIM_LINUX_PFN_T_H

#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/pfn.h>

#define PFN_FLAGS_MASK (((u64)(~PAGE_MASK)) << (64 - PAGE_SHIFT))
#define PFN_SG_CHAIN (1ULL << 63)
#define PFN_SG_LAST (1ULL << 62)
#define PFN_DEV (1ULL << 61)
#define PFN_MAP (1ULL << 60)
#define PFN_SPECIAL (1ULL << 59)
#define PFN_IOMEM (1ULL << 58)
#define PFN_MAYBE_UNMAPPABLE (1ULL << 57)

pfn_t __pfn_to_pfn_t(unsigned long pfn, u64 flags);
pfn_t pfn_to_pfn_t(unsigned long pfn);
pfn_t phys_to_pfn_t(phys_addr_t addr, u64 flags);
pfn_t page_to_pfn_t(struct page *page);
unsigned long pfn_t_to_pfn(pfn_t pfn);
phys_addr_t pfn_t_to_phys(pfn_t pfn);
struct page *pfn_t_to_page(pfn_t pfn);
void *pfn_t_to_virt(pfn_t pfn);
bool pfn_t_has_page(pfn_t pfn);
int pfn_t_valid(pfn_t pfn);
bool pfn_t_devmap(pfn_t pfn);
bool pfn_t_special(pfn_t pfn);
bool pfn_t_is_iomem(pfn_t pfn);
bool pfn_t_is_always_mappable(pfn_t pfn);
vm_fault_t vmf_insert_mixed(struct vm_area_struct *vma, unsigned long addr, pfn_t pfn);

#endif
