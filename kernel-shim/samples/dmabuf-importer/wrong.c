// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * An importer that takes the exporter's pages for its own, and reads the header
 * without looking which kind of mapping it got.
 */

#include <linux/dma-buf.h>
#include <linux/kernel.h>
#include <linux/slab.h>

#define IMPORT_SEGMENTS 64

struct segment {
	dma_addr_t addr;
	unsigned int len;
};

struct import {
	struct dma_buf *dmabuf;
	struct dma_buf_attachment *attach;
	struct sg_table *sgt;
	struct segment segments[IMPORT_SEGMENTS];
	unsigned int count;
};

static int import_attach(struct import *import, struct device *dev, int fd)
{
	import->dmabuf = dma_buf_get(fd);
	if (IS_ERR(import->dmabuf))
		return PTR_ERR_OR_ZERO(import->dmabuf);
	import->attach = dma_buf_attach(import->dmabuf, dev);
	if (IS_ERR(import->attach))
		return PTR_ERR_OR_ZERO(import->attach);
	import->sgt = dma_buf_map_attachment_unlocked(import->attach, DMA_BIDIRECTIONAL);
	return PTR_ERR_OR_ZERO(import->sgt);
}

static void import_fill(struct import *import)
{
	struct scatterlist *sg;
	unsigned int i;

	for_each_sgtable_sg(import->sgt, sg, i)
	{
		if (i >= IMPORT_SEGMENTS)
			break;
		import->segments[i].addr = page_to_phys(sg_page(sg)); /* wrong: dmabuf-page */
		import->segments[i].len = sg->length;
		import->count = i + 1;
	}
}

static u32 import_magic(struct import *import)
{
	struct iosys_map map;
	u32 *words;
	u32 magic;

	if (dma_buf_vmap_unlocked(import->dmabuf, &map))
		return 0;
	words = map.vaddr;
	magic = words[0]; /* wrong: iosys-map-unchecked */
	dma_buf_vunmap_unlocked(import->dmabuf, &map);
	return magic;
}

int import_open(struct import *import, struct device *dev, int fd)
{
	int ret = import_attach(import, dev, fd);

	if (ret)
		return ret;
	import_fill(import);
	return import_magic(import) == 0x1badb002 ? 0 : -EINVAL;
}
