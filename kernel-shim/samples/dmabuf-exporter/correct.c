// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * An exporter of video memory: the table has DMA addresses and no pages, and
 * the kernel mapping says that it is I/O memory.
 */

#include <linux/dma-buf.h>
#include <linux/dma-mapping.h>
#include <linux/pci.h>
#include <linux/slab.h>

struct vram {
	struct pci_dev *pdev;
	void __iomem *base;
};

struct vram_buffer {
	struct vram *vram;
	size_t offset;
	size_t size;
};

int vram_init(struct vram *vram, struct pci_dev *pdev)
{
	vram->pdev = pdev;
	vram->base = pci_ioremap_wc_bar(pdev, 0);
	return vram->base ? 0 : -ENOMEM;
}

static struct sg_table *vram_map_dma_buf(struct dma_buf_attachment *attach,
                                         enum dma_data_direction dir)
{
	struct vram_buffer *buffer = attach->dmabuf->priv;
	phys_addr_t phys = pci_resource_start(buffer->vram->pdev, 0) + buffer->offset;
	struct sg_table *sgt = kzalloc(sizeof(*sgt), GFP_KERNEL);
	dma_addr_t addr;

	if (!sgt || sg_alloc_table(sgt, 1, GFP_KERNEL)) {
		kfree(sgt);
		return ERR_PTR(-ENOMEM);
	}
	addr = dma_map_resource(attach->dev, phys, buffer->size, dir, 0);
	sg_set_page(sgt->sgl, NULL, (unsigned int)buffer->size, 0);
	sg_dma_address(sgt->sgl) = addr;
	sg_dma_len(sgt->sgl) = (unsigned int)buffer->size;
	return sgt;
}

static void vram_unmap_dma_buf(struct dma_buf_attachment *attach, struct sg_table *sgt,
                               enum dma_data_direction dir)
{
	dma_unmap_resource(attach->dev, sg_dma_address(sgt->sgl), sg_dma_len(sgt->sgl), dir, 0);
	sg_free_table(sgt);
	kfree(sgt);
}

static int vram_vmap(struct dma_buf *dmabuf, struct iosys_map *map)
{
	struct vram_buffer *buffer = dmabuf->priv;

	iosys_map_set_vaddr_iomem(map, buffer->vram->base + buffer->offset);
	return 0;
}

static const struct dma_buf_ops vram_dma_buf_ops = {
	.map_dma_buf = vram_map_dma_buf,
	.unmap_dma_buf = vram_unmap_dma_buf,
	.vmap = vram_vmap,
};

struct dma_buf *vram_export(struct vram_buffer *buffer)
{
	struct dma_buf_export_info info = {
		.exp_name = "vram",
		.ops = &vram_dma_buf_ops,
		.size = buffer->size,
		.priv = buffer,
	};

	return dma_buf_export(&info);
}
