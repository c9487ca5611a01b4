// SPDX-License-Identifier: GPL-2.0-or-later
// Steps that are the mistake themselves: mapping for DMA, entries of lists, freeing.
// RUN: %paired
#include <linux/dma-mapping.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static void *window_or_ram(bool is_io)
{
	if (is_io)
		return (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	return kzalloc(PAGE_SIZE, GFP_KERNEL);
}

static void *peer_or_ram(bool is_io)
{
	if (is_io)
		return pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	return kzalloc(PAGE_SIZE, GFP_KERNEL);
}

static int dma_map_single_token_bad(const unsigned int *in)
{
	void *memory = window_or_ram(in[0]);

	return dma_map_single(shim_device(), memory, 64, DMA_TO_DEVICE) != 0;
}
SHIM_PROGRAM(dma_map_single_token_bad, 1);

static int dma_map_single_peer_bad(const unsigned int *in)
{
	void *memory = peer_or_ram(in[0]);

	return dma_map_single(shim_device(), memory, 64, DMA_TO_DEVICE) != 0;
}
SHIM_PROGRAM(dma_map_single_peer_bad, 1);

static int dma_map_page_bad(const unsigned int *in)
{
	struct page *page = virt_to_page(peer_or_ram(in[0]));

	return dma_map_page(shim_device(), page, 0, 64, DMA_TO_DEVICE) != 0;
}
SHIM_PROGRAM(dma_map_page_bad, 1);

static int dma_map_resource_ok(const unsigned int *in)
{
	dma_addr_t address = dma_map_resource(shim_device(), SHIM_BAR0, 64, DMA_TO_DEVICE, 0);

	return address != 0 && in[0];
}
SHIM_PROGRAM(dma_map_resource_ok, 1);

static int set_buf_token_bad(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	sg_set_buf(&sg, window_or_ram(in[0]), 64);
	return 0;
}
SHIM_PROGRAM(set_buf_token_bad, 1);

static int init_one_token_bad(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_one(&sg, window_or_ram(in[0]), 64);
	return 0;
}
SHIM_PROGRAM(init_one_token_bad, 1);

static int set_buf_peer(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	sg_set_buf(&sg, peer_or_ram(in[0]), 64);
	return 0;
}
SHIM_PROGRAM(set_buf_peer, 1);

static int set_page_peer(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	sg_set_page(&sg, virt_to_page(peer_or_ram(in[0])), 64, 0);
	return 0;
}
SHIM_PROGRAM(set_page_peer, 1);

static int set_iomem_page_of_ram(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	sg_set_iomem_page(&sg, virt_to_page(peer_or_ram(in[0])), 64, 0);
	return 0;
}
SHIM_PROGRAM(set_iomem_page_of_ram, 1);

static int virt_to_page_token_bad(const unsigned int *in)
{
	return virt_to_page(window_or_ram(in[0])) != NULL;
}
SHIM_PROGRAM(virt_to_page_token_bad, 1);

static int virt_to_phys_token_bad(const unsigned int *in)
{
	return virt_to_phys(window_or_ram(in[0])) != 0;
}
SHIM_PROGRAM(virt_to_phys_token_bad, 1);

static int virt_to_page_peer_ok(const unsigned int *in)
{
	return virt_to_page(peer_or_ram(in[0])) != NULL;
}
SHIM_PROGRAM(virt_to_page_peer_ok, 1);

static int kfree_token_bad(const unsigned int *in)
{
	kfree(window_or_ram(in[0]));
	return 0;
}
SHIM_PROGRAM(kfree_token_bad, 1);

static int kfree_peer_bad(const unsigned int *in)
{
	kfree(peer_or_ram(in[0]));
	return 0;
}
SHIM_PROGRAM(kfree_peer_bad, 1);

static int sgl_free_peer_bad(const unsigned int *in)
{
	struct scatterlist *sgl;
	unsigned int count;

	if (in[0])
		sgl = p2pmem_alloc_sgl(shim_p2pmem(), &count, PAGE_SIZE);
	else
		sgl = sgl_alloc(PAGE_SIZE, GFP_KERNEL, &count);
	sgl_free(sgl);
	return 0;
}
SHIM_PROGRAM(sgl_free_peer_bad, 1);

static int free_page_peer_bad(const unsigned int *in)
{
	struct page *page = in[0] ? p2pmem_alloc_page(shim_p2pmem()) : alloc_page(GFP_KERNEL);

	__free_page(page);
	return 0;
}
SHIM_PROGRAM(free_page_peer_bad, 1);

static int tested_before_mapping_ok(const unsigned int *in)
{
	void *memory = peer_or_ram(in[0]);

	if (is_pci_p2pdma_page(virt_to_page(memory)))
		return -1;
	return dma_map_single(shim_device(), memory, 64, DMA_TO_DEVICE) != 0;
}
SHIM_PROGRAM(tested_before_mapping_ok, 1);
