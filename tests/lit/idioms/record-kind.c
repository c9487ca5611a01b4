// SPDX-License-Identifier: GPL-2.0-or-later
// One record for pinned pages and for a dma-buf, told apart by a bit that the
// constructor sets (ib_umem_release(), drivers/infiniband/core/umem.c).
// RUN: %check
#include <linux/dma-buf.h>
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>

struct region {
	struct sg_table table;
	u32 is_writable : 1;
	u32 is_dmabuf : 1;
};

struct dmabuf_region {
	struct region region;
	struct dma_buf_attachment *attach;
};

static void region_unpin(struct region *region)
{
	struct scatterlist *sg;
	unsigned int i;

	for_each_sgtable_sg(&region->table, sg, i) set_page_dirty(sg_page(sg));
}

void region_release_ok(struct region *region)
{
	if (!region->is_dmabuf)
		region_unpin(region);
}

static int dmabuf_region_map(struct dmabuf_region *r)
{
	struct sg_table *table = dma_buf_map_attachment(r->attach, DMA_BIDIRECTIONAL);

	if (IS_ERR(table))
		return PTR_ERR(table);
	r->region.table.sgl = table->sgl;
	r->region.table.nents = table->nents;
	return 0;
}

struct dmabuf_region *dmabuf_region_get(struct dma_buf_attachment *attach)
{
	struct dmabuf_region *r = kzalloc(sizeof(*r), GFP_KERNEL);
	int ret;

	if (!r)
		return ERR_PTR(-ENOMEM);
	r->region.is_dmabuf = 1;
	r->attach = attach;
	ret = dmabuf_region_map(r);
	if (ret) {
		region_release_ok(&r->region);
		return ERR_PTR(ret);
	}
	return r;
}

struct page *dmabuf_region_first_bad(struct dmabuf_region *r)
{
	return sg_page(r->region.table.sgl);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[dmabuf-page]
}
