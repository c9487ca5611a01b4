// SPDX-License-Identifier: GPL-2.0-or-later
/* Page frame numbers with flags: no flag is RAM, DEV without MAP has no page. */
#include "internal.h"

#include <linux/pfn_t.h>

pfn_t __pfn_to_pfn_t(unsigned long pfn, u64 flags)
{
	return (pfn_t){pfn | (flags & PFN_FLAGS_MASK)};
}

pfn_t pfn_to_pfn_t(unsigned long pfn)
{
	BUG_ON(!pfn_valid(pfn));
	return __pfn_to_pfn_t(pfn, 0);
}

pfn_t phys_to_pfn_t(phys_addr_t addr, u64 flags)
{
	return __pfn_to_pfn_t(PHYS_PFN(addr), flags);
}

pfn_t page_to_pfn_t(struct page *page)
{
	u64 flags = PFN_DEV | PFN_MAP | PFN_IOMEM;

	if (!shim_check_page(page) || SHIM_IS(PFN_PAGE, BARE))
		flags = 0;
	return __pfn_to_pfn_t(page_to_pfn(page), flags);
}

unsigned long pfn_t_to_pfn(pfn_t pfn)
{
	return (unsigned long)(pfn.val & ~PFN_FLAGS_MASK);
}

phys_addr_t pfn_t_to_phys(pfn_t pfn)
{
	return PFN_PHYS(pfn_t_to_pfn(pfn));
}

bool pfn_t_has_page(pfn_t pfn)
{
	return (pfn.val & PFN_MAP) || !(pfn.val & PFN_DEV);
}

struct page *pfn_t_to_page(pfn_t pfn)
{
	return pfn_t_has_page(pfn) ? pfn_to_page(pfn_t_to_pfn(pfn)) : NULL;
}

int pfn_t_valid(pfn_t pfn)
{
	return pfn_valid(pfn_t_to_pfn(pfn));
}

bool pfn_t_devmap(pfn_t pfn)
{
	return (pfn.val & PFN_DEV) && (pfn.val & PFN_MAP);
}

bool pfn_t_special(pfn_t pfn)
{
	return (pfn.val & PFN_SPECIAL) != 0;
}

bool pfn_t_is_iomem(pfn_t pfn)
{
	return (pfn.val & PFN_IOMEM) != 0;
}

bool pfn_t_is_always_mappable(pfn_t pfn)
{
	return !(pfn.val & (PFN_IOMEM | PFN_MAYBE_UNMAPPABLE));
}

void *pfn_t_to_virt(pfn_t pfn)
{
	if (pfn_t_is_iomem(pfn) || !pfn_t_has_page(pfn))
		return NULL;
	return __va(pfn_t_to_phys(pfn));
}
