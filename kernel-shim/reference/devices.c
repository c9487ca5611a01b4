// SPDX-License-Identifier: GPL-2.0-or-later
/* The world of a program: <shim/world.h>. */
#include "internal.h"

#include <linux/dma-buf.h>
#include <linux/dma-mapping.h>
#include <linux/io.h>
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <shim/world.h>

#include "dma.h"
#include "dma_buf.h"
#include "host/devices.h"
#include "user.h"

/* The lower half of BAR 2 is handed out by one interface, the upper by the other. */
#define P2PDMA_SIZE (SHIM_BAR_SIZE / 2)
#define BUFFER_PAGES (SHIM_BUFFER_SIZE / PAGE_SIZE)

struct buffer {
	struct page *pages[BUFFER_PAGES];
	bool is_iomem;
	void __iomem *token;
	struct dma_buf *dmabuf;
};

static struct device_node {
	int number;
} node;

static struct pci_dev pci_device = {
	.vendor = 0x1af4,
	.device = 0x2017,
	.dev = {.of_node = &node},
	.resource =
		{
			[0] = {SHIM_BAR0, SHIM_BAR0 + SHIM_BAR_SIZE - 1, "regs", IORESOURCE_MEM},
			[2] = {SHIM_BAR2, SHIM_BAR2 + SHIM_BAR_SIZE - 1, "peer", IORESOURCE_MEM},
			[4] = {SHIM_BAR4, SHIM_BAR4 + SHIM_BAR_SIZE - 1, "memory", IORESOURCE_MEM},
		},
};
static struct platform_device platform_device = {
	.name = "shim",
	.dev = {.of_node = &node},
	.num_resources = 1,
	.resource = &pci_device.resource[0],
};
static struct device device;
static struct device unreachable_device;
static struct p2pmem_dev *p2pmem;
static struct buffer buffers[2];

struct pci_dev *shim_pci_dev(void)
{
	return &pci_device;
}

struct device *shim_device(void)
{
	return &device;
}

struct device *shim_unreachable_device(void)
{
	return &unreachable_device;
}

struct p2pmem_dev *shim_p2pmem(void)
{
	return p2pmem;
}

struct platform_device *shim_platform_device(void)
{
	return &platform_device;
}

void __user *shim_user(void)
{
	return (void __user __force *)SHIM_USER_BASE;
}

struct dma_buf *shim_dma_buf(bool is_iomem)
{
	return buffers[is_iomem].dmabuf;
}

bool shim_device_reaches_peer(const struct device *dev)
{
	return dev != &unreachable_device;
}

static struct sg_table *buffer_map(struct dma_buf_attachment *attach, enum dma_data_direction dir)
{
	struct buffer *buffer = attach->dmabuf->priv;
	struct sg_table *sgt = kzalloc(sizeof(*sgt), GFP_KERNEL);
	int ret;

	if (!sgt)
		return ERR_PTR(-ENOMEM);
	ret = sg_alloc_table_from_pages(sgt, buffer->pages, BUFFER_PAGES, 0, SHIM_BUFFER_SIZE,
	                                GFP_KERNEL);
	if (ret == 0)
		ret = dma_map_sgtable(attach->dev, sgt, dir, 0);
	if (ret) {
		sg_free_table(sgt);
		kfree(sgt);
		return ERR_PTR(ret);
	}
	return sgt;
}

static void buffer_unmap(struct dma_buf_attachment *attach, struct sg_table *sgt,
                         enum dma_data_direction dir)
{
	dma_unmap_sgtable(attach->dev, sgt, dir, 0);
	sg_free_table(sgt);
	kfree(sgt);
}

static int buffer_vmap(struct dma_buf *dmabuf, struct iosys_map *map)
{
	struct buffer *buffer = dmabuf->priv;

	if (!buffer->is_iomem) {
		iosys_map_set_vaddr(map, shim_page_kva(buffer->pages[0]));
		return 0;
	}
	buffer->token = ioremap(page_to_phys(buffer->pages[0]), SHIM_BUFFER_SIZE);
	if (!buffer->token)
		return -ENOMEM;
	iosys_map_set_vaddr_iomem(map, buffer->token);
	return 0;
}

static void buffer_vunmap(struct dma_buf *dmabuf, struct iosys_map *map)
{
	struct buffer *buffer = dmabuf->priv;

	(void)map;
	if (buffer->is_iomem)
		iounmap(buffer->token);
}

static const struct dma_buf_ops buffer_ops = {
	.map_dma_buf = buffer_map,
	.unmap_dma_buf = buffer_unmap,
	.vmap = buffer_vmap,
	.vunmap = buffer_vunmap,
};

static void init_buffer(struct buffer *buffer, struct page *first, bool is_iomem)
{
	struct dma_buf_export_info info = {
		.exp_name = is_iomem ? "shim-io" : "shim-ram",
		.ops = &buffer_ops,
		.size = SHIM_BUFFER_SIZE,
		.priv = buffer,
	};

	BUG_ON(!first);
	for (unsigned long i = 0; i < BUFFER_PAGES; i++)
		buffer->pages[i] = nth_page(first, i);
	buffer->is_iomem = is_iomem;
	buffer->dmabuf = dma_buf_export(&info);
	/* File 0 is the buffer in RAM, file 1 the one in peer memory. */
	shim_dma_buf_install(buffer->dmabuf);
}

void shim_devices_init(void)
{
	struct resource upper = {
		.start = SHIM_BAR2 + P2PDMA_SIZE,
		.end = SHIM_BAR2 + SHIM_BAR_SIZE - 1,
		.flags = IORESOURCE_MEM,
	};
	void *peer;

	shim_pages_init();
	BUG_ON(pci_p2pdma_add_resource(&pci_device, 2, P2PDMA_SIZE, 0));
	pci_p2pmem_publish(&pci_device, true);
	p2pmem = p2pmem_create(&pci_device.dev);
	BUG_ON(p2pmem_add_resource(p2pmem, &upper));
	init_buffer(&buffers[0], alloc_pages(GFP_KERNEL, 2), false);
	peer = p2pmem_alloc(p2pmem, SHIM_BUFFER_SIZE);
	init_buffer(&buffers[1], virt_to_page(peer), true);
	shim_user_init(alloc_page(GFP_KERNEL), p2pmem_alloc_page(p2pmem));
}
