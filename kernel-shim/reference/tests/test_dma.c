// SPDX-License-Identifier: GPL-2.0-or-later
/* DMA mapping, dma-buf, iosys_map, remote processors. */
#include "test.h"

#include <linux/dma-buf.h>
#include <linux/dma-map-ops.h>
#include <linux/dma-mapping.h>
#include <linux/io.h>
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/remoteproc.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/world.h>

static struct device *dev(void)
{
	return shim_device();
}

static void test_single(void)
{
	char *ram = kmalloc(64, GFP_KERNEL), *peer = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	dma_addr_t addr = dma_map_single(dev(), ram, 64, DMA_TO_DEVICE);

	CHECK(!dma_mapping_error(dev(), addr) && addr != virt_to_phys(ram));
	dma_sync_single_for_cpu(dev(), addr, 64, DMA_TO_DEVICE);
	dma_unmap_single(dev(), addr, 64, DMA_TO_DEVICE);
	addr = dma_map_page(dev(), virt_to_page(ram), 8, 8, DMA_TO_DEVICE);
	dma_unmap_page(dev(), addr, 8, DMA_TO_DEVICE);
	addr = dma_map_resource(dev(), SHIM_BAR0, 64, DMA_BIDIRECTIONAL, 0);
	CHECK(!dma_mapping_error(dev(), addr));
	dma_unmap_resource(dev(), addr, 64, DMA_BIDIRECTIONAL, 0);
	CHECK_SILENT();
	CHECK(dma_mapping_error(dev(), dma_map_single(dev(), peer, 64, DMA_TO_DEVICE)));
	CHECK_WARNS(DMA_SINGLE_IO);
	CHECK(dma_map_page(dev(), virt_to_page(peer), 0, 64, DMA_TO_DEVICE) == DMA_MAPPING_ERROR);
	CHECK_WARNS(DMA_SINGLE_IO);
	CHECK(dma_map_resource(dev(), virt_to_phys(ram), 64, DMA_TO_DEVICE, 0) ==
	      DMA_MAPPING_ERROR);
	CHECK_WARNS(DMA_RESOURCE_RAM);
	kfree(ram);
	pci_free_p2pmem(shim_pci_dev(), peer, PAGE_SIZE);
}

static void unmap(void *sgl)
{
	dma_unmap_sg(dev(), (struct scatterlist *)sgl, 4, DMA_TO_DEVICE);
}

static void map_none(void *sgl)
{
	dma_map_sg(dev(), (struct scatterlist *)sgl, 0, DMA_TO_DEVICE);
}

static void test_list(void)
{
	struct page *ram = alloc_pages(GFP_KERNEL, 1);
	struct page *io = p2pmem_alloc_page(shim_p2pmem());
	struct scatterlist list[4];

	sg_init_table(list, 4);
	sg_set_page(&list[0], ram, PAGE_SIZE, 0);
	sg_set_page(&list[1], ram + 1, 100, 0);
	sg_set_iomem_page(&list[2], io, 100, 50);
	sg_set_page(&list[3], ram, 8, 8);
	CHECK(dma_map_sg(dev(), list, 4, DMA_TO_DEVICE) == 3);
	CHECK(sg_dma_len(&list[0]) == PAGE_SIZE + 100 && !sg_dma_is_bus_address(&list[0]));
	CHECK(sg_dma_is_bus_address(&list[1]) && sg_dma_len(&list[1]) == 100);
	CHECK(sg_dma_address(&list[1]) ==
	      pci_p2pmem_virt_to_bus(shim_pci_dev(), page_to_virt(io)) + 50);
	CHECK(!sg_dma_is_bus_address(&list[2]) && sg_dma_len(&list[2]) == 8);
	dma_sync_sg_for_cpu(dev(), list, 4, DMA_TO_DEVICE);
	unmap(list);
	CHECK(!sg_dma_is_bus_address(&list[1]) && sg_is_iomem(&list[2]));
	CHECK(dma_map_sg(shim_unreachable_device(), list, 4, DMA_TO_DEVICE) == 0);
	CHECK(dma_map_sg(shim_unreachable_device(), list, 2, DMA_TO_DEVICE) == 1);
	dma_unmap_sg(dev(), list, 2, DMA_TO_DEVICE);
	CHECK_SILENT();
	CHECK_DIES(unmap, list, BUG_DOUBLE_UNMAP);
	CHECK_DIES(map_none, list, BUG_ZERO_NENTS);
	__free_pages(ram, 1);
	p2pmem_free_page(shim_p2pmem(), io);
}

static void test_table(void)
{
	struct pci_p2pdma_map_state state = {.map = 0};
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(shim_pci_dev(), &nents, 64);
	struct sg_table table = {sgl, nents, nents};

	CHECK(dma_map_sgtable(dev(), &table, DMA_TO_DEVICE, 0) == 0 && table.nents == 1);
	dma_unmap_sgtable(dev(), &table, DMA_TO_DEVICE, 0);
	CHECK(dma_map_sgtable(shim_unreachable_device(), &table, DMA_TO_DEVICE, 0) == -EREMOTEIO);
	CHECK(pci_p2pdma_map_segment(&state, dev(), sgl) == PCI_P2PDMA_MAP_BUS_ADDR);
	CHECK(pci_p2pdma_map_segment(&state, shim_unreachable_device(), sgl) ==
	      PCI_P2PDMA_MAP_NOT_SUPPORTED);
	CHECK(dma_pci_p2pdma_supported(dev()));
	pci_p2pmem_free_sgl(shim_pci_dev(), sgl);
	CHECK_SILENT();
}

static void test_coherent(void)
{
	dma_addr_t addr;
	char *kva = dma_alloc_coherent(dev(), 100, &addr, GFP_KERNEL);

	CHECK(kva && mem_is_zero(kva, 100));
	dma_free_coherent(dev(), 100, kva, addr);
	CHECK_SILENT();
}

struct mapped {
	struct dma_buf_attachment *attach;
	struct sg_table *sgt;
};

static struct mapped import(bool is_iomem)
{
	struct mapped m;

	m.attach = dma_buf_attach(shim_dma_buf(is_iomem), dev());
	m.sgt = dma_buf_map_attachment_unlocked(m.attach, DMA_BIDIRECTIONAL);
	return m;
}

static void unimport(void *mapped)
{
	struct mapped *m = mapped;

	dma_buf_unmap_attachment(m->attach, m->sgt, DMA_BIDIRECTIONAL);
}

static void test_attachment(void)
{
	for (int kind = 0; kind < 2; kind++) {
		struct mapped m = import(kind);
		struct scatterlist *sg, copy;
		unsigned int i;
		size_t size = 0;

		for_each_sgtable_dma_sg(m.sgt, sg, i) size += sg_dma_len(sg);
		CHECK(size == SHIM_BUFFER_SIZE);
		CHECK(sg_dma_is_bus_address(m.sgt->sgl) == kind);
		CHECK_SILENT();
		CHECK(!shim_page_is_io(sg_page(m.sgt->sgl)));
		CHECK_WARNS(PEEK_DMABUF);
		CHECK(!shim_is_io(sg_virt(m.sgt->sgl)));
		CHECK_WARNS(PEEK_DMABUF);
		sg_phys(m.sgt->sgl);
		CHECK_WARNS(PEEK_DMABUF);
		copy = *m.sgt->sgl;
		sg_page(&copy);
		CHECK_WARNS(PEEK_DMABUF);
		unimport(&m);
		CHECK_DIES(unimport, &m, BUG_DOUBLE_UNMAP);
		dma_buf_detach(shim_dma_buf(kind), m.attach);
	}
}

static void test_attachment_without_debug(void)
{
	struct mapped m;
	unsigned long before = shim_peek_count;

	shim_set_switch("DMABUF_DEBUG=0");
	m = import(true);
	CHECK(is_pci_p2pdma_page(sg_page(m.sgt->sgl)) && shim_peek_count == before + 1);
	unimport(&m);
	dma_buf_detach(shim_dma_buf(true), m.attach);
	CHECK_SILENT();
}

static void vunmap_again(void *map)
{
	dma_buf_vunmap(shim_dma_buf(true), map);
}

static void test_vmap(void)
{
	struct iosys_map ram, io, again;

	CHECK(dma_buf_vmap(shim_dma_buf(false), &ram) == 0 && !ram.is_iomem);
	CHECK(dma_buf_vmap_unlocked(shim_dma_buf(true), &io) == 0 && io.is_iomem);
	CHECK(dma_buf_vmap(shim_dma_buf(true), &again) == 0 && iosys_map_is_equal(&io, &again));
	writel(1, io.vaddr_iomem);
	*(u32 *)ram.vaddr = 1;
	dma_buf_vunmap(shim_dma_buf(true), &again);
	writel(2, io.vaddr_iomem);
	dma_buf_vunmap_unlocked(shim_dma_buf(true), &io);
	dma_buf_vunmap(shim_dma_buf(false), &ram);
	CHECK_SILENT();
	CHECK_DIES(vunmap_again, &io, BUG_DOUBLE_UNMAP);
}

static void test_files(void)
{
	struct dma_buf *dmabuf = dma_buf_get(1);

	CHECK(dmabuf == shim_dma_buf(true) && IS_ERR(dma_buf_get(9)));
	dma_buf_put(dmabuf);
	CHECK(dma_buf_begin_cpu_access(dmabuf, DMA_TO_DEVICE) == 0);
	CHECK(dma_buf_end_cpu_access(dmabuf, DMA_TO_DEVICE) == 0);
	CHECK_SILENT();
}

static void fill_map(struct iosys_map *map)
{
	struct pair {
		u32 a, b;
	} pair = {1, 2}, back = {0};
	struct iosys_map next = IOSYS_MAP_INIT_OFFSET(map, 4);

	iosys_map_memcpy_to(map, 0, &pair, sizeof(pair));
	iosys_map_memcpy_from(&back, map, 0, sizeof(back));
	CHECK(back.a == 1 && back.b == 2 && iosys_map_rd(&next, 0, u32) == 2);
	CHECK(iosys_map_rd_field(map, 0, struct pair, b) == 2);
	iosys_map_wr_field(map, 0, struct pair, a, 7);
	CHECK(iosys_map_rd(map, 0, u32) == 7);
	iosys_map_memset(map, 4, 0xff, 2);
	CHECK(iosys_map_rd(map, 4, u32) == 0xffff);
	CHECK_SILENT();
}

static void test_iosys_map(void)
{
	char *kva = kzalloc(64, GFP_KERNEL);
	void __iomem *token = ioremap(SHIM_BAR0, PAGE_SIZE);
	struct iosys_map ram = IOSYS_MAP_INIT_VADDR(kva);
	struct iosys_map io = IOSYS_MAP_INIT_VADDR_IOMEM(token), map;

	fill_map(&ram);
	fill_map(&io);
	CHECK(iosys_map_is_set(&ram) && !iosys_map_is_equal(&ram, &io));
	CHECK(iosys_map_vaddr(&ram) == kva && iosys_map_vaddr_iomem(&io) == token);
	iosys_map_set_vaddr(&map, kva);
	iosys_map_set_vaddr_iomem(&map, token);
	iosys_map_clear(&map);
	CHECK(iosys_map_is_null(&map));
	CHECK_SILENT();
	iosys_map_vaddr(&io);
	CHECK_WARNS(IOSYS_WRONG_MEMBER);
	iosys_map_vaddr_iomem(&ram);
	CHECK_WARNS(IOSYS_WRONG_MEMBER);
	iosys_map_set_vaddr(&map, (void __force *)token);
	CHECK_WARNS(IOSYS_WRONG_MEMBER);
	iosys_map_set_vaddr_iomem(&map, (void __iomem __force *)kva);
	CHECK_WARNS(IOSYS_WRONG_MEMBER);
	iosys_map_memcpy_to(&ram, 0, (void __force *)token, 4);
	CHECK_WARNS(MEMCPY_IO);
	kfree(kva);
	iounmap(token);
}

static void test_rproc(void)
{
	struct rproc *rproc = shim_rproc();
	struct rproc_mem_entry carveout = {.da = 0x100000, .len = 64, .is_iomem = true};
	bool is_iomem = true;

	CHECK(!shim_is_io(rproc_da_to_va(rproc, SHIM_RPROC_RAM, 64, &is_iomem)) && !is_iomem);
	CHECK(shim_is_io(rproc_da_to_va(rproc, SHIM_RPROC_IO, 64, &is_iomem)) && is_iomem);
	CHECK(shim_is_io(rproc_da_to_va(rproc, SHIM_RPROC_IO, 64, NULL)));
	carveout.va = (void __force *)ioremap(SHIM_BAR0, 64);
	list_add_tail(&carveout.node, &rproc->carveouts);
	is_iomem = false;
	CHECK(rproc_da_to_va(rproc, 0x100010, 8, &is_iomem) == (char *)carveout.va + 16 &&
	      is_iomem);
	CHECK(!rproc_da_to_va(rproc, 0x100010, 64, &is_iomem));
	list_del(&carveout.node);
	CHECK_SILENT();
}

const struct test tests[] = {
	{"mapping one buffer", test_single},
	{"mapping a list", test_list},
	{"mapping a table", test_table},
	{"coherent memory", test_coherent},
	{"dma-buf attachments", test_attachment},
	{"dma-buf attachments without DMABUF_DEBUG", test_attachment_without_debug},
	{"dma_buf_vmap()", test_vmap},
	{"dma-buf files", test_files},
	{"struct iosys_map", test_iosys_map},
	{"rproc_da_to_va()", test_rproc},
	{NULL, NULL},
};
