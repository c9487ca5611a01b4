// SPDX-License-Identifier: GPL-2.0-or-later
// The exporter's own table has pages.
// RUN: %check
#include <linux/scatterlist.h>

u32 own_table_ok(struct page **pages)
{
	struct sg_table sgt;

	if (sg_alloc_table_from_pages(&sgt, pages, 4, 0, 4 * PAGE_SIZE, GFP_KERNEL))
		return 0;
	return *(u32 *)sg_virt(sgt.sgl);
}

struct page *attached_unknown_ok(struct sg_table *sgt)
{
	return sg_page(sgt->sgl);
}
