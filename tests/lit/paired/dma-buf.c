// SPDX-License-Identifier: GPL-2.0-or-later
// Imported buffers: the pages of a table are the exporter's, a mapping is of either kind.
// RUN: %paired
#include <linux/dma-buf.h>
#include <linux/err.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/scatterlist.h>
#include <shim/program.h>
#include <shim/world.h>

static struct sg_table *import(bool is_iomem)
{
	struct dma_buf_attachment *attach = dma_buf_attach(shim_dma_buf(is_iomem), shim_device());

	if (IS_ERR(attach))
		return ERR_CAST(attach);
	return dma_buf_map_attachment(attach, DMA_TO_DEVICE);
}

static int addresses_ok(const unsigned int *in)
{
	struct sg_table *table = import(in[0]);
	struct scatterlist *sg;
	unsigned int i;
	u64 sum = 0;

	if (IS_ERR(table))
		return -1;
	for_each_sgtable_dma_sg(table, sg, i)
		sum += sg_dma_address(sg) + sg_dma_len(sg);
	return (int)sum;
}
SHIM_PROGRAM(addresses_ok, 1);

static int sg_page_bad(const unsigned int *in)
{
	struct sg_table *table = import(in[0]);

	if (IS_ERR(table))
		return -1;
	return sg_page(table->sgl) != NULL;
}
SHIM_PROGRAM(sg_page_bad, 1);

static int sg_phys_bad(const unsigned int *in)
{
	struct sg_table *table = import(in[0]);

	if (IS_ERR(table))
		return -1;
	return (int)sg_phys(table->sgl);
}
SHIM_PROGRAM(sg_phys_bad, 1);

static int pages_of_table_bad(const unsigned int *in)
{
	struct sg_table *table = import(in[0]);
	struct page *pages[4];
	struct sg_page_iter piter;
	unsigned int n = 0;

	if (IS_ERR(table))
		return -1;
	for_each_sgtable_page(table, &piter, 0) {
		if (n < 4)
			pages[n++] = sg_page_iter_page(&piter);
	}
	return n && pages[0];
}
SHIM_PROGRAM(pages_of_table_bad, 1);

struct importer {
	struct sg_table *table;
};

static struct page *first_page(struct importer *importer)
{
	return sg_page(importer->table->sgl);
}

static int kept_in_record_bad(const unsigned int *in)
{
	struct importer importer = {.table = import(in[0])};

	if (IS_ERR(importer.table))
		return -1;
	return first_page(&importer) != NULL;
}
SHIM_PROGRAM(kept_in_record_bad, 1);

static int vmap_bad(const unsigned int *in)
{
	struct iosys_map map;

	if (dma_buf_vmap(shim_dma_buf(in[0]), &map))
		return -1;
	return *(u8 *)map.vaddr;
}
SHIM_PROGRAM(vmap_bad, 1);

static int vmap_tested_ok(const unsigned int *in)
{
	struct dma_buf *buffer = shim_dma_buf(in[0]);
	struct iosys_map map;
	int value = -1;

	if (dma_buf_vmap(buffer, &map))
		return -1;
	if (!map.is_iomem)
		value = *(u8 *)map.vaddr;
	dma_buf_vunmap(buffer, &map);
	return value;
}
SHIM_PROGRAM(vmap_tested_ok, 1);

static int vmap_helpers_ok(const unsigned int *in)
{
	struct iosys_map map;
	u8 bytes[16];

	if (dma_buf_vmap_unlocked(shim_dma_buf(in[0]), &map))
		return -1;
	iosys_map_memcpy_from(bytes, &map, 0, sizeof(bytes));
	return bytes[0];
}
SHIM_PROGRAM(vmap_helpers_ok, 1);

struct framebuffer {
	struct iosys_map map;
	void *screen;
};

static int pull_out(struct framebuffer *fb, bool is_iomem)
{
	if (dma_buf_vmap(shim_dma_buf(is_iomem), &fb->map))
		return -1;
	fb->screen = fb->map.vaddr;
	return 0;
}

static void draw(struct framebuffer *fb)
{
	*(u32 *)fb->screen = 0xff;
}

static int vaddr_in_field_bad(const unsigned int *in)
{
	struct framebuffer fb;

	if (pull_out(&fb, in[0]))
		return -1;
	draw(&fb);
	return 0;
}
SHIM_PROGRAM(vaddr_in_field_bad, 1);

static void draw_tested(struct framebuffer *fb)
{
	if (fb->map.is_iomem)
		writel(0xff, fb->map.vaddr_iomem);
	else
		*(u32 *)fb->map.vaddr = 0xff;
}

static int field_tested_ok(const unsigned int *in)
{
	struct framebuffer fb;

	if (pull_out(&fb, in[0]))
		return -1;
	draw_tested(&fb);
	return 0;
}
SHIM_PROGRAM(field_tested_ok, 1);

static int table_to_importer_ok(const unsigned int *in)
{
	struct dma_buf_attachment *attach = dma_buf_attach(shim_dma_buf(in[0]), shim_device());
	struct sg_table *table = dma_buf_map_attachment(attach, DMA_FROM_DEVICE);

	if (IS_ERR(table))
		return -1;
	dma_buf_unmap_attachment(attach, table, DMA_FROM_DEVICE);
	dma_buf_detach(attach->dmabuf, attach);
	return 0;
}
SHIM_PROGRAM(table_to_importer_ok, 1);
