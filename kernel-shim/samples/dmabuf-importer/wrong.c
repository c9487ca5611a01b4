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

static void import_close(struct import *import)
{
	if (!IS_ERR_OR_NULL(import->sgt))
		dma_buf_unmap_attachment_unlocked(import->attach, import->sgt, DMA_BIDIRECTIONAL);
	if (!IS_ERR_OR_NULL(import->attach))
		dma_buf_detach(import->dmabuf, import->attach);
	dma_buf_put(import->dmabuf);
}

static int import_attach(struct import *import, struct device *dev)
{
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

/* The addresses for the device, when the buffer starts with the magic number. */
int import_buffer(struct import *import, struct device *dev, int fd)
{
	int ret;

	import->dmabuf = dma_buf_get(fd);
	if (IS_ERR(import->dmabuf))
		return PTR_ERR_OR_ZERO(import->dmabuf);
	ret = import_attach(import, dev);
	if (!ret) {
		import_fill(import);
		ret = import_magic(import) == 0x1badb002 ? 0 : -EINVAL;
	}
	import_close(import);
	return ret;
}
