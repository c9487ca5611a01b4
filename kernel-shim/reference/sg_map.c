// SPDX-License-Identifier: GPL-2.0-or-later
/* Mapping one entry: sg_kmap() of the first proposal, sg_map() of the second. */
#include "carrier.h"

#include <linux/err.h>
#include <linux/highmem.h>

static struct page *page_at(struct page *page, unsigned long offset)
{
	return nth_page(page, offset >> PAGE_SHIFT);
}

static void *map_at(struct page *page, unsigned long offset, bool is_atomic)
{
	char *kva = shim_kmap_quiet(page_at(page, offset), is_atomic);

	return kva + offset_in_page(offset);
}

static void *kmap_entry(struct scatterlist *sg, size_t offset, bool is_atomic)
{
	struct page *page = shim_entry_page(sg);

	if (page && !shim_page_is_io(page))
		return map_at(page, sg->offset + offset, is_atomic);
	if (SHIM_IS(CONVERT, WARN))
		SHIM_WARN(SHIM_SG_KMAP_IO);
	return NULL;
}

void *sg_kmap(struct scatterlist *sg)
{
	return kmap_entry(sg, 0, false);
}

void *sg_kmap_offset(struct scatterlist *sg, size_t offset)
{
	return kmap_entry(sg, offset, false);
}

void *sg_kmap_atomic(struct scatterlist *sg)
{
	return kmap_entry(sg, 0, true);
}

/* Whether the address is in the memory of the entry. */
static bool is_of(struct scatterlist *sg, const void *addr)
{
	const char *start = shim_page_kva(shim_entry_page(sg));
	unsigned long end = sg->offset + sg->length;

	return (const char *)addr >= start + sg->offset && (const char *)addr <= start + end;
}

void sg_kunmap(struct scatterlist *sg, void *addr)
{
	if (!addr)
		return;
	if (shim_region_of(addr) == SHIM_REGION_RAM && is_of(sg, addr))
		kunmap(virt_to_page(addr));
	else
		SHIM_WARN(SHIM_BAD_UNMAP);
}

void sg_kunmap_atomic(struct scatterlist *sg, void *addr)
{
	if (!addr)
		return;
	if (shim_region_of(addr) == SHIM_REGION_RAM && is_of(sg, addr))
		kunmap_atomic(addr);
	else
		SHIM_WARN(SHIM_BAD_UNMAP);
}

/* SG_KMAP or SG_KMAP_ATOMIC, one of them. */
static bool is_one_kind(int flags)
{
	int kind = flags & (SG_KMAP | SG_KMAP_ATOMIC);

	return kind == SG_KMAP || kind == SG_KMAP_ATOMIC;
}

void *sg_map(struct scatterlist *sg, size_t offset, int flags)
{
	struct page *page = shim_entry_page(sg);

	if (!is_one_kind(flags)) {
		if (flags & SG_MAP_MUST_NOT_FAIL)
			SHIM_DIE(SHIM_BUG_MUST_NOT_FAIL);
		return ERR_PTR(-EINVAL);
	}
	if (page && !shim_page_is_io(page))
		return map_at(page, sg->offset + offset, flags & SG_KMAP_ATOMIC);
	if (flags & SG_MAP_MUST_NOT_FAIL)
		SHIM_DIE(SHIM_BUG_MUST_NOT_FAIL);
	return ERR_PTR(-EFAULT);
}

/* By the same page as sg_map(): the entry's offset counts on both sides. */
void sg_unmap(struct scatterlist *sg, void *addr, size_t offset, int flags)
{
	struct page *page = shim_entry_page(sg);

	if (IS_ERR_OR_NULL(addr) || !page || shim_page_is_io(page))
		return;
	if (!is_one_kind(flags) || addr != (char *)shim_page_kva(page) + sg->offset + offset)
		SHIM_WARN(SHIM_BAD_UNMAP);
	else if (flags & SG_KMAP_ATOMIC)
		kunmap_atomic(addr);
	else
		kunmap(page_at(page, sg->offset + offset));
}
