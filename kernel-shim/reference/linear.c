// SPDX-License-Identifier: GPL-2.0-or-later
/* The linear map: between kernel addresses, physical addresses and frames. */
#include "internal.h"

#include <linux/io.h>
#include <linux/ioremap.h>
#include <linux/vmalloc.h>

bool shim_virt_addr_valid(unsigned long addr)
{
	enum shim_region region = shim_region_of((void *)addr);

	if (region == SHIM_REGION_IO_LINEAR)
		return pfn_valid(PHYS_PFN(addr - PAGE_OFFSET));
	return region == SHIM_REGION_RAM;
}

/* What the arithmetic makes of a token is wrong, but a number. */
unsigned long shim_virt_to_phys(unsigned long addr)
{
	switch (shim_region_of((void *)addr)) {
	case SHIM_REGION_RAM:
	case SHIM_REGION_IO_LINEAR:
		break;
	case SHIM_REGION_TOKEN:
		SHIM_WARN(SHIM_VIRT_TO_PHYS_IO);
		return addr - SHIM_TOKEN_BASE;
	default:
		SHIM_DIE(shim_is_null((void *)addr) ? SHIM_BUG_NULL : SHIM_BUG_NOT_LINEAR);
	}
	return addr - PAGE_OFFSET;
}

/* A token's frame has no page; the stand-in keeps one mistake one report. */
unsigned long shim_virt_to_pfn(unsigned long addr)
{
	if (shim_region_of((void *)addr) == SHIM_REGION_TOKEN) {
		SHIM_WARN(SHIM_VIRT_TO_PAGE_IO);
		return page_to_pfn(shim_decoy_page());
	}
	return shim_virt_to_phys(addr) >> PAGE_SHIFT;
}

phys_addr_t virt_to_phys(volatile void *addr)
{
	return shim_virt_to_phys((unsigned long)addr);
}

void *phys_to_virt(phys_addr_t addr)
{
	return __va(addr);
}

/* Tokens come from the range of vmalloc(), as on x86. */
bool is_vmalloc_addr(const void *x)
{
	return shim_region_of(x) == SHIM_REGION_TOKEN;
}

bool is_ioremap_addr(const void *x)
{
	return shim_region_of(x) == SHIM_REGION_TOKEN;
}

struct page *vmalloc_to_page(const void *addr)
{
	return virt_to_page(addr);
}

unsigned long vmalloc_to_pfn(const void *addr)
{
	return shim_virt_to_pfn((unsigned long)addr);
}

int region_intersects(resource_size_t start, size_t size, unsigned long flags, unsigned long desc)
{
	bool first = shim_phys_is_ram((unsigned long)start);
	bool last = shim_phys_is_ram((unsigned long)(start + size - 1));

	(void)flags;
	(void)desc;
	if (first != last)
		return REGION_MIXED;
	return first ? REGION_INTERSECTS : REGION_DISJOINT;
}
