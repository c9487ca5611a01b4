// SPDX-License-Identifier: GPL-2.0-or-later
/* Peer memory by both interfaces, and page frame numbers with flags. */
#include "test.h"

#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/pfn_t.h>
#include <linux/slab.h>
#include <shim/world.h>

static void free_peer(void *addr)
{
	pci_free_p2pmem(shim_pci_dev(), addr, PAGE_SIZE);
}

static void free_two(void *addr)
{
	pci_free_p2pmem(shim_pci_dev(), addr, 2 * PAGE_SIZE);
}

static void test_alloc(void)
{
	struct pci_dev *pdev = shim_pci_dev();
	char *a = pci_alloc_p2pmem(pdev, 100), *b = pci_alloc_p2pmem(pdev, PAGE_SIZE);

	CHECK(a && b && b == a + PAGE_SIZE && shim_is_io(a));
	CHECK(is_pci_p2pdma_page(virt_to_page(a)) && is_zone_device_page(virt_to_page(a)));
	CHECK(pci_p2pmem_virt_to_bus(pdev, b) - pci_p2pmem_virt_to_bus(pdev, a) == PAGE_SIZE);
	CHECK(!pci_p2pmem_virt_to_bus(pdev, NULL));
	CHECK(!pci_alloc_p2pmem(pdev, SHIM_BAR_SIZE) && !pci_alloc_p2pmem(pdev, 0));
	CHECK_SILENT();
	CHECK_DIES(free_two, a, BUG_DOUBLE_FREE);
	pci_free_p2pmem(pdev, a, 100);
	CHECK_DIES(free_peer, a, BUG_DOUBLE_FREE);
	free_peer(b);
	CHECK(pci_alloc_p2pmem(pdev, SHIM_BAR_SIZE / 2) == a);
	CHECK(!pci_alloc_p2pmem(pdev, 1));
	pci_free_p2pmem(pdev, a, SHIM_BAR_SIZE / 2);
	CHECK_SILENT();
}

static void test_lists(void)
{
	struct pci_dev *pdev = shim_pci_dev();
	unsigned int nents = 0;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 5000);

	CHECK(nents == 1 && sg_is_iomem(sgl) && sgl->length == 5000 && sg_is_last(sgl));
	CHECK(is_pci_p2pdma_page(sg_page(sgl)));
	pci_p2pmem_free_sgl(pdev, sgl);
	CHECK(!pci_p2pmem_alloc_sgl(pdev, &nents, SHIM_BAR_SIZE));
	sgl = p2pmem_alloc_sgl(shim_p2pmem(), &nents, 64);
	CHECK(nents == 1 && sg_is_iomem(sgl));
	shim_set_policy("rfc");
	p2pmem_free_sgl(shim_p2pmem(), sgl);
	CHECK_SILENT();
}

static void test_find(void)
{
	struct pci_dev *pdev = shim_pci_dev();
	struct device *near = shim_device(), *far = shim_unreachable_device();

	CHECK(pci_has_p2pmem(pdev) && pci_p2pmem_find(near) == pdev && !pci_p2pmem_find(far));
	CHECK(pci_p2pdma_distance(pdev, near, false) >= 0);
	CHECK(pci_p2pdma_distance(pdev, far, false) < 0);
	pci_p2pmem_publish(pdev, false);
	CHECK(!pci_has_p2pmem(pdev) && !pci_p2pmem_find(near));
	pci_p2pmem_publish(pdev, true);
	CHECK(pci_p2pdma_add_resource(pdev, 1, 0, 0) == -EINVAL);
	CHECK(pci_p2pdma_add_resource(pdev, 0, SHIM_BAR_SIZE, PAGE_SIZE) == -EINVAL);
	CHECK_SILENT();
}

static void free_ram_as_peer(void *page)
{
	p2pmem_free_page(shim_p2pmem(), page);
}

static void test_provider(void)
{
	struct p2pmem_dev *p = p2pmem_create(shim_device());
	struct page *ram = alloc_page(GFP_KERNEL), *page;
	void *addr;

	CHECK(p2pmem_add_pci_region(p, shim_pci_dev(), 4) == 0);
	addr = p2pmem_alloc(p, PAGE_SIZE);
	CHECK(is_pci_p2pdma_page(virt_to_page(addr)));
	page = p2pmem_alloc_page(p);
	CHECK(!zone_device_pages_have_same_pgmap(page, ram));
	CHECK(zone_device_pages_have_same_pgmap(page, virt_to_page(addr)));
	p2pmem_free_page(p, page);
	p2pmem_free(p, addr, PAGE_SIZE);
	CHECK(p2pmem_add_pci_region(p, shim_pci_dev(), 1) == -EINVAL);
	p2pmem_unregister(p);
	CHECK_SILENT();
	free_ram_as_peer(ram);
	CHECK_WARNS(BAD_UNMAP);
	put_page(ram);
}

static void look_at_no_page(void *nothing)
{
	is_pci_p2pdma_page(nothing);
}

static void test_guards(void)
{
	struct page *ram = alloc_page(GFP_KERNEL);

	CHECK(!is_pci_p2pdma_page(ram) && !is_zone_device_page(ram));
	CHECK(!is_device_private_page(ram) && !is_device_coherent_page(ram));
	CHECK_DIES(look_at_no_page, NULL, BUG_NULL);
	put_page(ram);
}

static void test_pfn_t(void)
{
	struct page *ram = alloc_page(GFP_KERNEL), *io = p2pmem_alloc_page(shim_p2pmem());
	unsigned long frame = page_to_pfn(io);
	pfn_t bare = __pfn_to_pfn_t(frame, 0), dev = __pfn_to_pfn_t(frame, PFN_DEV);
	pfn_t both = __pfn_to_pfn_t(frame, PFN_DEV | PFN_MAP | PFN_IOMEM);

	CHECK(pfn_t_has_page(bare) && !pfn_t_devmap(bare) && pfn_t_is_always_mappable(bare));
	CHECK(!pfn_t_has_page(dev) && !pfn_t_to_page(dev) && !pfn_t_devmap(dev));
	CHECK(pfn_t_has_page(both) && pfn_t_devmap(both) && pfn_t_is_iomem(both));
	CHECK(pfn_t_to_page(both) == io && !pfn_t_to_virt(both) && !pfn_t_is_always_mappable(both));
	CHECK(pfn_t_has_page(__pfn_to_pfn_t(frame, PFN_MAP)));
	CHECK(!pfn_t_devmap(__pfn_to_pfn_t(frame, PFN_MAP)));
	CHECK(pfn_t_special(__pfn_to_pfn_t(frame, PFN_SPECIAL)) && !pfn_t_special(bare));
	CHECK(!pfn_t_is_always_mappable(__pfn_to_pfn_t(frame, PFN_MAYBE_UNMAPPABLE)));
	CHECK(pfn_t_to_pfn(both) == frame && pfn_t_to_phys(both) == page_to_phys(io));
	CHECK(pfn_t_valid(bare) && !pfn_t_valid(phys_to_pfn_t(SHIM_BAR0, PFN_DEV)));
	CHECK(pfn_t_to_virt(pfn_to_pfn_t(page_to_pfn(ram))) == page_address(ram));
	CHECK(page_to_pfn_t(io).val == frame);
	shim_set_switch("PFN_PAGE=FLAGS");
	CHECK(page_to_pfn_t(io).val == both.val && page_to_pfn_t(ram).val == page_to_pfn(ram));
	CHECK_SILENT();
	put_page(ram);
	p2pmem_free_page(shim_p2pmem(), io);
}

const struct test tests[] = {
	{"pci_alloc_p2pmem()", test_alloc},
	{"lists of peer memory", test_lists},
	{"finding a provider", test_find},
	{"p2pmem providers", test_provider},
	{"what pages are", test_guards},
	{"pfn_t", test_pfn_t},
	{NULL, NULL},
};
