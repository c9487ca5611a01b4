// SPDX-License-Identifier: GPL-2.0-or-later
/* One entry, and entries in a row. */
#include "test.h"

#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>
#include <shim/world.h>

static struct page *ram_page(void)
{
	return alloc_page(GFP_KERNEL);
}

static struct page *io_page(void)
{
	return p2pmem_alloc_page(shim_p2pmem());
}

static void test_ram_entry(void)
{
	struct page *page = ram_page(), *mappable = NULL;
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	CHECK(sg_is_last(&sg) && !sg_is_chain(&sg) && !sg_page(&sg));
	sg_set_page(&sg, page, 100, 20);
	CHECK(sg_page(&sg) == page && sg.length == 100 && sg.offset == 20);
	CHECK(sg_is_last(&sg));
	CHECK(sg_virt(&sg) == (char *)page_address(page) + 20);
	CHECK(sg_phys(&sg) == page_to_phys(page) + 20);
	CHECK(!sg_is_iomem(&sg) && sg_is_always_mappable(&sg));
	CHECK(sg_to_mappable_page(&sg, &mappable) == 0 && mappable == page);
	CHECK(sg_pfn_t(&sg).val == page_to_pfn(page));
	sg_set_folio(&sg, page_folio(page), 8, 4);
	CHECK(sg_page(&sg) == page && sg.length == 8 && sg.offset == 4);
	CHECK_SILENT();
	sg_set_folio(&sg, page_folio(page), 1UL << 32, 0);
	CHECK_WARNS(WARN_ON);
	put_page(page);
}

static void test_io_entry(void)
{
	struct page *page = io_page(), *untouched = NULL;
	struct scatterlist sg;

	shim_set_policy("rfc");
	sg_init_table(&sg, 1);
	sg_set_iomem_page(&sg, page, 100, 20);
	CHECK(sg_is_iomem(&sg) && !sg_is_always_mappable(&sg) && sg_is_last(&sg));
	CHECK(sg_page(&sg) == page);
	CHECK(sg_phys(&sg) == page_to_phys(page) + 20);
	CHECK(sg_to_mappable_page(&sg, &untouched) == -EFAULT && !untouched);
	CHECK(sg_pfn_t(&sg).val == (page_to_pfn(page) | PFN_IOMEM | PFN_DEV | PFN_MAP));
	CHECK_SILENT();
	CHECK(shim_is_io(sg_virt(&sg)));
	CHECK_WARNS(SG_VIRT_IO);
	shim_set_switch("SG_PAGE=WARN");
	CHECK(sg_page(&sg) == page);
	CHECK_WARNS(SG_PAGE_IO);
	shim_set_policy("mainline");
	CHECK(shim_is_io(sg_virt(&sg)));
	CHECK_SILENT();
	p2pmem_free_page(shim_p2pmem(), page);
}

/* The mark goes with the page; the place in the list stays. */
static void test_marks(void)
{
	struct page *ram = ram_page(), *io = io_page();
	struct scatterlist sg[2];

	shim_set_policy("rfc");
	sg_init_table(sg, 2);
	sg_set_iomem_page(&sg[1], io, 8, 0);
	sg_set_page(&sg[1], ram, 8, 0);
	CHECK(!sg_is_iomem(&sg[1]) && sg_is_last(&sg[1]));
	CHECK_SILENT();
	sg_set_page(&sg[0], io, 8, 0);
	CHECK_WARNS(SG_MARK_MISMATCH);
	CHECK(!sg_is_iomem(&sg[0]) && sg_page(&sg[0]) == io && !sg_is_last(&sg[0]));
	sg_assign_page(&sg[0], io);
	CHECK_WARNS(SG_MARK_MISMATCH);
	sg_set_iomem_page(&sg[0], ram, 8, 0);
	CHECK_WARNS(SG_MARK_MISMATCH);
	CHECK(!sg_is_iomem(&sg[0]) && sg_page(&sg[0]) == ram);
	sg_set_iomem_page(&sg[0], io, 8, 0);
	sg_mark_end(&sg[0]);
	CHECK(sg_is_iomem(&sg[0]) && sg_is_last(&sg[0]));
	sg_unmark_end(&sg[0]);
	CHECK(sg_is_iomem(&sg[0]) && !sg_is_last(&sg[0]));
	sg[1] = sg[0];
	CHECK(sg_is_iomem(&sg[1]));
	CHECK_SILENT();
	shim_set_policy("mainline");
	sg_set_page(&sg[0], io, 8, 0);
	CHECK_SILENT();
	put_page(ram);
	p2pmem_free_page(shim_p2pmem(), io);
}

static void test_set_pfn(void)
{
	struct page *ram = ram_page(), *io = io_page();
	struct scatterlist sg;

	shim_set_policy("rfc");
	sg_init_table(&sg, 1);
	sg_set_pfn(&sg, pfn_to_pfn_t(page_to_pfn(ram)), 8, 4);
	CHECK(sg_page(&sg) == ram && !sg_is_iomem(&sg) && sg_is_last(&sg));
	sg_set_pfn(&sg, page_to_pfn_t(io), 8, 4);
	CHECK(sg_page(&sg) == io && sg_is_iomem(&sg) && sg_is_last(&sg));
	CHECK_SILENT();
	sg_set_pfn(&sg, pfn_to_pfn_t(page_to_pfn(io)), 8, 4);
	CHECK_WARNS(SG_MARK_MISMATCH);
	put_page(ram);
	p2pmem_free_page(shim_p2pmem(), io);
}

/* The one difference between the carriers. */
static void test_entry_without_page(void)
{
	pfn_t pfn = phys_to_pfn_t(SHIM_BAR0, PFN_DEV | PFN_IOMEM);
	struct page *page = NULL;
	struct scatterlist sg;

	shim_set_policy("rfc");
	sg_init_table(&sg, 1);
	sg_set_pfn(&sg, pfn, 64, 0);
#ifdef SHIM_CARRIER_PFN_T
	CHECK_SILENT();
	CHECK(sg_is_iomem(&sg) && !sg_page(&sg) && sg_phys(&sg) == SHIM_BAR0);
#else
	CHECK_WARNS(WARN_ON);
	CHECK(!sg_is_iomem(&sg) && !sg_page(&sg));
#endif
	sg_set_page(&sg, NULL, 64, 0);
	CHECK(!sg_page(&sg) && sg.length == 64);
	CHECK(sg_to_mappable_page(&sg, &page) == -EFAULT && !page);
	CHECK_SILENT();
	CHECK(!sg_virt(&sg));
	CHECK_WARNS(SG_VIRT_IO);
}

static void test_set_buf(void)
{
	char *ram = kmalloc(64, GFP_KERNEL);
	char *peer = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	void __iomem *token = ioremap(SHIM_BAR0, PAGE_SIZE);
	struct scatterlist sg;

	sg_init_one(&sg, ram, 64);
	CHECK(sg_virt(&sg) == ram && sg.length == 64 && sg_is_last(&sg));
	sg_set_buf(&sg, peer + 8, 16);
	CHECK_SILENT();
	CHECK(sg_is_iomem(&sg) && sg.offset == 8 && sg_page(&sg) == virt_to_page(peer));
	sg_init_one(&sg, (void __force *)token, 16);
	CHECK_WARNS(SG_SET_BUF_IO);
	CHECK(!sg_page(&sg));
	shim_set_policy("rfc");
	sg_init_one(&sg, peer, 16);
	CHECK_WARNS(SG_SET_BUF_IO);
	CHECK(sg_is_iomem(&sg));
	kfree(ram);
	pci_free_p2pmem(shim_pci_dev(), peer, PAGE_SIZE);
	iounmap(token);
	CHECK_SILENT();
}

/* Chunks of odd sizes, none aligned to a page. */
static void test_chain(void)
{
	struct scatterlist list[7], *sg;
	struct page *page = ram_page();
	unsigned int i;

	sg_init_table(list, 3);
	sg_init_table(&list[3], 2);
	sg_init_table(&list[5], 2);
	sg_chain(list, 3, &list[3]);
	sg_chain(&list[3], 2, &list[5]);
	CHECK(sg_is_chain(&list[2]) && !sg_is_last(&list[2]));
	CHECK(sg_chain_ptr(&list[2]) == &list[3]);
	CHECK(sg_nents(list) == 5);
	for_each_sg(list, sg, 5, i) sg_set_page(sg, page, 10, i);
	CHECK(!sg && list[6].offset == 4 && sg_is_last(&list[6]));
	CHECK(sg_last(list, 5) == &list[6]);
	CHECK(sg_next(&list[1]) == &list[3] && sg_next(&list[3]) == &list[5]);
	CHECK(sg_nents_for_len(list, 0) == 0 && sg_nents_for_len(list, 25) == 3);
	CHECK(sg_nents_for_len(list, 50) == 5 && sg_nents_for_len(list, 51) == -EINVAL);
	sg_mark_end(&list[2]);
	CHECK(!sg_is_chain(&list[2]) && sg_nents(list) == 3);
	CHECK_SILENT();
	put_page(page);
}

static void chain_lists(void *lists)
{
	struct scatterlist *list = lists;

	sg_chain(list, 2, &list[2]);
}

static void set_iomem(void *sg)
{
	sg_set_iomem_page(sg, pfn_to_page(PHYS_PFN(SHIM_BAR2)), 8, 0);
}

static void look_at_page(void *sg)
{
	sg_page(sg);
}

static void test_fenced(void)
{
	struct scatterlist list[4];
	struct page *page = ram_page();

	shim_set_switch("LISTS=FENCED");
	sg_init_table(list, 2);
	CHECK_DIES(set_iomem, list, BUG_FENCED);
	sg_init_unmappable_table(&list[2], 2);
	CHECK_DIES(chain_lists, list, BUG_MIXED_CHAIN);
	set_iomem(&list[2]);
	CHECK(sg_is_iomem(&list[2]) && !sg_is_always_mappable(&list[2]));
	CHECK_DIES(look_at_page, &list[2], BUG_FENCED);
	sg_set_page(&list[3], page, 8, 0);
	CHECK(!sg_is_iomem(&list[3]) && !sg_is_always_mappable(&list[3]));
	CHECK(sg_is_last(&list[3]));
	sg_init_unmappable_table(list, 2);
	chain_lists(list);
	CHECK_SILENT();
	put_page(page);
}

static void init_none(void *sgl)
{
	sg_init_table(sgl, 0);
}

static void last_of_too_many(void *sgl)
{
	sg_last(sgl, 5);
}

static void chain_behind_end(void *sgl)
{
	struct scatterlist other;

	sg_init_table(&other, 1);
	sg_chain(sgl, 3, &other);
}

static void free_twice(void *page)
{
	__free_page((struct page *)page);
	__free_page((struct page *)page);
}

static void set_stack_buffer(void *sg)
{
	char buffer[8] = "";

	sg_init_one(sg, buffer, sizeof(buffer));
}

static void test_bad_input(void)
{
	struct scatterlist list[3];
	struct scatterlist junk = {0};

	sg_init_table(list, 2);
	sg_init_table(&list[2], 1);
	CHECK_DIES(look_at_page, NULL, BUG_NULL);
	CHECK_DIES(init_none, list, BUG_ZERO_NENTS);
	CHECK_DIES(init_none, NULL, BUG_NULL);
	CHECK_DIES(last_of_too_many, list, BUG_CHAIN_END);
	CHECK_DIES(chain_behind_end, list, BUG_CHAIN_END);
	CHECK_DIES(free_twice, ram_page(), BUG_DOUBLE_FREE);
	CHECK_DIES(set_stack_buffer, list, BUG_NOT_LINEAR);
#ifdef SHIM_CARRIER_PFN_T
	junk.__pfn.val = 0x123456789aULL;
#else
	junk.page_link = 0x123456789a8UL;
#endif
	CHECK_DIES(look_at_page, &junk, BUG_NOT_A_LIST);
	sg_init_table(list, 2);
	sg_chain(list, 2, &list[2]);
	CHECK_DIES(look_at_page, &list[1], BUG_ON);
}

static void test_bus_marks(void)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	CHECK(!sg_dma_is_bus_address(&sg) && !sg_dma_is_swiotlb(&sg));
	sg_dma_mark_bus_address(&sg);
	CHECK(sg_dma_is_bus_address(&sg) && sg_is_dma_bus_address(&sg));
	sg_dma_unmark_bus_address(&sg);
	CHECK(!sg_dma_is_bus_address(&sg));
	sg_init_marker(&sg, 1);
	CHECK(sg_is_last(&sg));
	CHECK_SILENT();
}

const struct test tests[] = {
	{"an entry in RAM", test_ram_entry},
	{"an entry in I/O memory", test_io_entry},
	{"the I/O mark goes with the page, list marks stay", test_marks},
	{"sg_set_pfn()", test_set_pfn},
	{"entries without a page", test_entry_without_page},
	{"sg_set_buf(), sg_init_one()", test_set_buf},
	{"chains", test_chain},
	{"fenced lists", test_fenced},
	{"misuse ends in a named report", test_bad_input},
	{"bus addresses", test_bus_marks},
	{NULL, NULL},
};
