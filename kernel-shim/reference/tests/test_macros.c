// SPDX-License-Identifier: GPL-2.0-or-later
/* Macros, which leave no call of their name behind. */
#include "test.h"

#include <linux/bvec.h>
#include <linux/dma-mapping.h>
#include <linux/io.h>
#include <linux/iosys-map.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <shim/world.h>

static void test_addresses(void)
{
	unsigned long kva = __get_free_page(GFP_KERNEL), frame = PHYS_PFN(__pa(kva));
	struct page *page = virt_to_page((void *)kva);

	CHECK(__va(__pa(kva)) == (void *)kva && pfn_to_kaddr(frame) == (void *)kva);
	CHECK(__pfn_to_page(frame) == page && __page_to_pfn(page) == frame);
	CHECK(PFN_PHYS(frame) == page_to_phys(page) && phys_to_page(PFN_PHYS(frame) + 8) == page);
	CHECK(offset_in_page(kva + 8) == 8 && PAGE_ALIGN(kva + 8) == kva + PAGE_SIZE);
	CHECK(folio_page(page_folio(page), 0) == page);
	CHECK(DMA_BIT_MASK(32) == 0xffffffff && DMA_BIT_MASK(64) == ~0ULL);
	free_page(kva);
	CHECK_SILENT();
}

static void test_resources(void)
{
	struct pci_dev *pdev = shim_pci_dev();
	const struct pci_device_id id = {PCI_DEVICE(0x1af4, 0x1000)};

	CHECK(pci_resource_start(pdev, 0) == SHIM_BAR0);
	CHECK(pci_resource_end(pdev, 0) == SHIM_BAR0 + SHIM_BAR_SIZE - 1);
	CHECK(pci_resource_len(pdev, 0) == SHIM_BAR_SIZE);
	CHECK(pci_resource_flags(pdev, 0) & IORESOURCE_MEM);
	CHECK(to_pci_dev(&pdev->dev) == pdev);
	CHECK(id.vendor == 0x1af4 && id.device == 0x1000);
}

static void test_table(void)
{
	struct page *pages[3] = {alloc_page(GFP_KERNEL), alloc_page(GFP_KERNEL), NULL};
	struct sg_dma_page_iter dma_iter;
	struct sg_page_iter iter;
	struct sg_table table;
	unsigned int count = 0;

	pages[2] = pages[0];
	CHECK(sg_alloc_table_from_pages(&table, pages, 3, 0, 3 * PAGE_SIZE, GFP_KERNEL) == 0);
	for_each_sgtable_page(&table, &iter, 0) CHECK(sg_page_iter_page(&iter) == pages[count++]);
	CHECK(count == 3);
	CHECK(dma_map_sgtable(shim_device(), &table, DMA_TO_DEVICE, 0) == 0);
	for_each_sgtable_dma_page(&table, &dma_iter, 1)
		CHECK(sg_page_iter_dma_address(&dma_iter) % PAGE_SIZE == 0 && count--);
	CHECK(count == 1);
	dma_unmap_sgtable(shim_device(), &table, DMA_TO_DEVICE, 0);
	sg_free_table(&table);
	put_page(pages[0]);
	put_page(pages[1]);
	CHECK_SILENT();
}

static void test_vector(void)
{
	struct page *pages[2] = {alloc_page(GFP_KERNEL), alloc_page(GFP_KERNEL)};
	struct bio_vec vector[2] = {{pages[0], 8, 0}, {pages[1], 16, 4}};
	struct bvec_iter iter = {.bi_size = 16, .bi_idx = 1, .bi_bvec_done = 2};

	CHECK(bvec_iter_page(vector, iter) == pages[1] && bvec_iter_len(vector, iter) == 16);
	CHECK(bvec_iter_offset(vector, iter) == 6);
	CHECK(bvec_iter_bvec(vector, iter).bv_page == pages[1]);
	CHECK(mp_bvec_iter_page(vector, iter) == pages[1]);
	CHECK(mp_bvec_iter_bvec(vector, iter).bv_len == 16);
	put_page(pages[0]);
	put_page(pages[1]);
}

static void test_map(void)
{
	struct iosys_map map = IOSYS_MAP_INIT_VADDR_IOMEM(ioremap(SHIM_BAR0, 8));

	iosys_map_wr(&map, 4, u16, 0x1234);
	CHECK(readw(map.vaddr_iomem + 4) == 0x1234);
	iounmap(map.vaddr_iomem);
	CHECK_SILENT();
}

const struct test tests[] = {
	{"addresses, frames and pages", test_addresses},
	{"resources", test_resources},
	{"pages of a table", test_table},
	{"block vectors", test_vector},
	{"struct iosys_map", test_map},
	{NULL, NULL},
};
