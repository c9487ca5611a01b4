// SPDX-License-Identifier: GPL-2.0-or-later
// What is undone twice: the first time is silent, the second has a name and a line.
// RUN: %shim-run %s | FileCheck %s --implicit-check-not='twice.c:'
// RUN: %shim-run --carrier=pfn_t %s | FileCheck %s --implicit-check-not='twice.c:'
#include <linux/dma-buf.h>
#include <linux/dma-mapping.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

/* The numbers of the inputs choose one of these. */
#define TWICE(number, make, undo) \
	if (choice == (number)) { \
		make;             \
		undo;             \
		undo;             \
	}

int twice(const unsigned int *in)
{
	unsigned int choice = in[0] + 2 * in[1] + 4 * in[2] + 8 * in[3] + 16 * in[4], n;
	struct pci_dev *pdev = shim_pci_dev();
	struct device *dev = shim_device();
	struct p2pmem_dev *provider = shim_p2pmem();
	struct dma_buf *dmabuf = shim_dma_buf(true);
	struct dma_buf_attachment *attach = dma_buf_attach(dmabuf, dev);
	struct page *page = alloc_page(GFP_KERNEL);
	char *ram = kmalloc(8, GFP_KERNEL);
	struct scatterlist list[1], *sg;
	struct sg_table table = {list, 1, 1}, *sgt;
	struct iosys_map map;
	void __iomem *io;
	dma_addr_t addr;
	void *p;

	sg_init_one(list, ram, 8);
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_FREE
	TWICE(0, p = kmalloc(8, GFP_KERNEL), kfree(p))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_FREE
	TWICE(1, page = alloc_page(GFP_KERNEL), put_page(page))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_FREE
	TWICE(2, page = alloc_pages(GFP_KERNEL, 1), __free_pages(page, 1))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_FREED_TABLE
	TWICE(3, sg = sgl_alloc(PAGE_SIZE, GFP_KERNEL, &n), sgl_free(sg))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_FREE
	TWICE(4, p = pci_alloc_p2pmem(pdev, PAGE_SIZE), pci_free_p2pmem(pdev, p, PAGE_SIZE))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_FREE
	TWICE(5, p = p2pmem_alloc(provider, PAGE_SIZE), p2pmem_free(provider, p, PAGE_SIZE))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_FREE
	TWICE(6, page = p2pmem_alloc_page(provider), p2pmem_free_page(provider, page))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_FREED_TABLE
	TWICE(7, sg = pci_p2pmem_alloc_sgl(pdev, &n, PAGE_SIZE), pci_p2pmem_free_sgl(pdev, sg))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_FREE
	TWICE(8, p = dma_alloc_coherent(dev, 8, &addr, GFP_KERNEL),
	      dma_free_coherent(dev, 8, p, addr))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_UNMAP
	TWICE(9, addr = dma_map_single(dev, ram, 8, DMA_TO_DEVICE),
	      dma_unmap_single(dev, addr, 8, DMA_TO_DEVICE))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_UNMAP
	TWICE(10, addr = dma_map_page(dev, virt_to_page(ram), 0, 8, DMA_TO_DEVICE),
	      dma_unmap_page(dev, addr, 8, DMA_TO_DEVICE))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_UNMAP
	TWICE(11, addr = dma_map_resource(dev, SHIM_BAR0, 8, DMA_TO_DEVICE, 0),
	      dma_unmap_resource(dev, addr, 8, DMA_TO_DEVICE, 0))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_UNMAP
	TWICE(12, dma_map_sg(dev, list, 1, DMA_TO_DEVICE),
	      dma_unmap_sg(dev, list, 1, DMA_TO_DEVICE))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_UNMAP
	TWICE(13, dma_map_sgtable(dev, &table, DMA_TO_DEVICE, 0),
	      dma_unmap_sgtable(dev, &table, DMA_TO_DEVICE, 0))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_UNMAP
	TWICE(14, sgt = dma_buf_map_attachment(attach, DMA_TO_DEVICE),
	      dma_buf_unmap_attachment(attach, sgt, DMA_TO_DEVICE))
	// CHECK: twice.c:[[#@LINE+1]]: BUG_DOUBLE_UNMAP
	TWICE(15, dma_buf_vmap(dmabuf, &map), dma_buf_vunmap(dmabuf, &map))
	// CHECK: twice.c:[[#@LINE+1]]: BAD_UNMAP
	TWICE(16, io = ioremap(SHIM_BAR0, PAGE_SIZE), iounmap(io))
	// CHECK: twice.c:[[#@LINE+1]]: BAD_UNMAP
	TWICE(17, p = memremap(SHIM_BAR4, PAGE_SIZE, MEMREMAP_WC), memunmap(p))
	// CHECK: twice.c:[[#@LINE+1]]: BAD_UNMAP
	TWICE(18, p = kmap(page), kunmap(page))
	// CHECK: twice.c:[[#@LINE+1]]: BAD_UNMAP
	TWICE(19, p = kmap_local_page(page), kunmap_local(p))
	// CHECK: twice.c:[[#@LINE+1]]: BAD_UNMAP
	TWICE(20, p = kmap_atomic(page), kunmap_atomic(p))
	// CHECK: twice.c:[[#@LINE+1]]: BAD_UNMAP
	TWICE(21, p = sg_kmap(list), sg_kunmap(list, p))
	// CHECK: twice.c:[[#@LINE+1]]: BAD_UNMAP
	TWICE(22, p = sg_map(list, 0, SG_KMAP), sg_unmap(list, p, 0, SG_KMAP))
	return 0;
}
SHIM_PROGRAM(twice, 5);
