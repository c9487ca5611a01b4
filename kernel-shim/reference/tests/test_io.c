// SPDX-License-Identifier: GPL-2.0-or-later
/* I/O memory: mapping it, accessors, and accesses that are none. */
#include "test.h"

#include <linux/io-mapping.h>
#include <linux/io.h>
#include <linux/of_address.h>
#include <linux/pci-p2pdma.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <shim/world.h>

static void read_token(void *token)
{
	readl((const void __iomem __force *)token);
}

static void test_ioremap(void)
{
	struct page *page = alloc_page(GFP_KERNEL);
	void __iomem *a = ioremap(SHIM_BAR0, PAGE_SIZE);
	void __iomem *b = ioremap_wc(SHIM_BAR0 + 64, 64);

	CHECK(a && b == a + 64 && !ioremap_np(SHIM_BAR0, 8));
	CHECK(!ioremap(SHIM_BAR0 + SHIM_BAR_SIZE, 8) && !ioremap(SHIM_BAR0, SHIM_BAR_SIZE + 1));
	iounmap(b);
	writel(1, a + 64);
	CHECK_SILENT();
	iounmap(a);
	CHECK_DIES(read_token, (void __force *)a, BUG_UNMAPPED);
	iounmap(a);
	CHECK_WARNS(BAD_UNMAP);
	CHECK(!ioremap(page_to_phys(page), PAGE_SIZE));
	CHECK_WARNS(IOREMAP_RAM);
	put_page(page);
}

static void test_devices(void)
{
	struct pci_dev *pdev = shim_pci_dev();
	struct resource *res = NULL;
	void __iomem *token = pci_iomap(pdev, 0, 0);

	CHECK(token && pci_iomap_range(pdev, 0, 16, 8) == token + 16 && !pci_iomap(pdev, 1, 0));
	CHECK(pci_ioremap_bar(pdev, 0) == token && pcim_iomap_region(pdev, 0, "x") == token);
	CHECK(IS_ERR((void __force *)pcim_iomap_region(pdev, 1, "x")));
	CHECK(devm_platform_ioremap_resource(shim_platform_device(), 0) == token);
	CHECK(IS_ERR((void __force *)devm_platform_ioremap_resource(shim_platform_device(), 1)));
	CHECK(devm_platform_get_and_ioremap_resource(shim_platform_device(), 0, &res) == token);
	CHECK(res && res->start == SHIM_BAR0);
	CHECK(devm_ioremap(shim_device(), SHIM_BAR0, 8) == token);
	CHECK(of_iomap(pdev->dev.of_node, 0) == token && !of_iomap(NULL, 0));
	CHECK_SILENT();
}

static void test_io_mapping(void)
{
	struct io_mapping *mapping = io_mapping_create_wc(SHIM_BAR0, PAGE_SIZE);
	void __iomem *part = io_mapping_map_wc(mapping, 8, 8);

	writel(5, part);
	CHECK(readl(mapping->iomem + 8) == 5);
	io_mapping_unmap(part);
	io_mapping_free(mapping);
	CHECK_SILENT();
}

static void test_memremap(void)
{
	struct page *page = alloc_page(GFP_KERNEL);
	u32 *memory = memremap(SHIM_BAR4, PAGE_SIZE, MEMREMAP_WC);
	void __iomem *token = ioremap(SHIM_BAR4, PAGE_SIZE);

	*memory = 0x1234;
	CHECK(readl(token) == 0x1234);
	CHECK(!memremap(SHIM_BAR0, PAGE_SIZE, MEMREMAP_WB) && !memremap(SHIM_BAR4, 8, 0));
	CHECK(memremap(page_to_phys(page), 8, MEMREMAP_WB) == page_address(page));
	iounmap((void __iomem __force *)memory);
	CHECK_WARNS(BAD_UNMAP);
	memunmap((void __force *)token);
	CHECK_WARNS(BAD_UNMAP);
	memunmap(memory);
	memunmap(page_address(page));
	CHECK_SILENT();
	iounmap(token);
	put_page(page);
}

static void test_accessors(void)
{
	void __iomem *io = ioremap(SHIM_BAR0, PAGE_SIZE);

	writeq(0x1122334455667788ULL, io);
	CHECK(readb(io) == 0x88 && readw(io) == 0x7788 && readl(io) == 0x55667788);
	CHECK(readq(io) == 0x1122334455667788ULL && readl_relaxed(io + 4) == 0x11223344);
	CHECK(__raw_readw(io + 2) == 0x5566 && ioread8(io + 7) == 0x11);
	CHECK(ioread32be(io) == 0x88776655 && ioread16be(io) == 0x8877);
	CHECK(ioread64be(io) == 0x8877665544332211ULL);
	iowrite32be(0x01020304, io);
	CHECK(ioread32(io) == 0x04030201);
	writeb(9, io);
	CHECK(shim_access_log(0)->is_write && shim_access_log(0)->size == 1);
	CHECK(shim_access_log(0)->phys == SHIM_BAR0 && shim_access_log(0)->value == 9);
	CHECK(!shim_access_log(1)->is_write && shim_access_log(1)->size == 4);
	CHECK_SILENT();
	readl(io + 2);
	CHECK_WARNS(UNALIGNED_IO);
	iounmap(io);
}

static void test_copies(void)
{
	void __iomem *io = ioremap(SHIM_BAR0, PAGE_SIZE);
	u32 out[4] = {0}, in[4] = {1, 2, 3, 4};

	memcpy_toio(io, in, sizeof(in));
	memcpy_fromio(out, io, sizeof(out));
	CHECK(memcmp(in, out, sizeof(in)) == 0);
	memset_io(io, 0xff, 4);
	CHECK(readl(io) == ~0U && readl(io + 4) == 2);
	__iowrite32_copy(io, in, 4);
	__ioread32_copy(out, io, 4);
	CHECK(out[3] == 4);
	__iowrite64_copy(io + 8, in, 1);
	CHECK(readl(io + 12) == 2);
	readsl(io, out, 2);
	CHECK(out[0] == 1 && out[1] == 1);
	writesl(io, in, 4);
	ioread32_rep(io, out, 1);
	CHECK(out[0] == 4 && readl(io + 4) == 2);
	CHECK(check_signature(io, (const unsigned char *)"\4", 1));
	CHECK_SILENT();
	memcpy_fromio((void __force *)io, io, 4);
	CHECK_WARNS(MEMCPY_IO);
	iounmap(io);
}

static void test_accessors_on_ram(void)
{
	u32 *ram = kzalloc(64, GFP_KERNEL);
	void __iomem *wrong = (void __iomem __force *)ram;
	u32 word;

	writel(7, wrong);
	CHECK_WARNS(IO_ACCESSOR_ON_RAM);
	CHECK(*ram == 7);
	readl(wrong);
	CHECK_WARNS(IO_ACCESSOR_ON_RAM);
	memcpy_fromio(&word, wrong, 4);
	CHECK_WARNS(IO_ACCESSOR_ON_RAM);
	memset_io(wrong, 0, 4);
	CHECK_WARNS(IO_ACCESSOR_ON_RAM);
	kfree(ram);
	CHECK_DIES(read_token, NULL, BUG_NULL);
}

/* Peer memory has an address, and the accessors are right on it. */
static void test_peer_accessors(void)
{
	u32 *peer = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);

	writel(3, (void __iomem __force *)peer);
	CHECK(readl((void __iomem __force *)peer) == 3);
	CHECK_SILENT();
	pci_free_p2pmem(shim_pci_dev(), peer, PAGE_SIZE);
}

struct wide {
	u64 words[2];
};

static void test_faults(void)
{
	volatile u32 *token = (u32 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	volatile u32 *peer = pci_alloc_p2pmem(shim_pci_dev(), 2 * PAGE_SIZE);
	volatile struct wide wide;
	u32 value;

	*token = 5;
	CHECK_WARNS(DIRECT_ACCESS);
	value = *token;
	CHECK_WARNS(DIRECT_ACCESS);
	CHECK(value == 5);
	CHECK(readl((void __iomem __force *)token) == 5);
	*peer = 6;
	CHECK_WARNS(DIRECT_ACCESS);
	CHECK(readl((void __iomem __force *)peer) == 6);
	__sync_fetch_and_add(peer, 2);
	CHECK_WARNS(DIRECT_ACCESS);
	CHECK(readl((void __iomem __force *)peer) == 8);
	wide = *(volatile struct wide *)peer;
	CHECK((u32)wide.words[0] == 8);
	test_forget();
	iounmap((void __iomem __force *)token);
	pci_free_p2pmem(shim_pci_dev(), (void *)peer, 2 * PAGE_SIZE);
}

static void read_through_null(void *nothing)
{
	volatile u32 *word = nothing;

	(void)*word;
}

static void test_crash(void)
{
	CHECK_DIES(read_through_null, (void *)16UL, CRASH);
}

static void test_strings(void)
{
	char *io = (char __force *)ioremap(SHIM_BAR0, PAGE_SIZE), ram[16] = "ram";

	memcpy(ram, io, 4);
	CHECK_WARNS(MEMCPY_IO);
	memcpy(io, ram, 4);
	CHECK_WARNS(MEMCPY_IO);
	memset(io, 0, 4);
	CHECK_WARNS(MEMCPY_IO);
	memmove(ram, io, 4);
	CHECK_WARNS(MEMCPY_IO);
	CHECK(memcmp(io, ram, 4) == 0);
	CHECK_WARNS(MEMCPY_IO);
	CHECK(strlen(io) == 0);
	CHECK_WARNS(MEMCPY_IO);
	strscpy(ram, io, 4);
	CHECK_WARNS(MEMCPY_IO);
	snprintf(ram, sizeof(ram), "%s", io);
	CHECK_WARNS(MEMCPY_IO);
	kfree(kmemdup(io, 4, GFP_KERNEL));
	CHECK_WARNS(MEMCPY_IO);
	memcpy(ram, io, 0);
	snprintf(ram, sizeof(ram), "%p %d %-4u|%02x %c", (void *)io, -3, 7U, 10U, 'c');
	CHECK(strncmp(ram, "230", 3) == 0);
	snprintf(ram, sizeof(ram), "%d %-4u|%02x %c", -3, 7U, 10U, 'c');
	CHECK(strcmp(ram, "-3 7   |0a c") == 0);
	strcpy(ram, "abc");
	CHECK(strchr(ram, 'b') == ram + 1 && strnlen(ram, 2) == 2 && !strcmp(ram, "abc"));
	CHECK(memchr(ram, 'c', 4) == ram + 2 && memmove(ram + 1, ram, 3) && ram[3] == 'c');
	CHECK_SILENT();
	iounmap((void __iomem __force *)io);
}

static void test_user(void)
{
	char *io = (char __force *)ioremap(SHIM_BAR0, PAGE_SIZE), ram[8] = "user";
	char __user *user = shim_user();
	struct page *pages[2];

	CHECK(copy_to_user(user + PAGE_SIZE - 2, ram, 5) == 0);
	memset(ram, 0, sizeof(ram));
	CHECK(copy_from_user(ram, user + PAGE_SIZE - 2, 5) == 0 && strcmp(ram, "user") == 0);
	CHECK(clear_user(user, 8) == 0 && copy_to_user(NULL, ram, 3) == 3);
	CHECK(pin_user_pages_fast((__force unsigned long)user, 2, FOLL_WRITE, pages) == 1);
	unpin_user_pages(pages, 1);
	CHECK(get_user_pages_fast((__force unsigned long)user, 2, FOLL_PCI_P2PDMA, pages) == 2);
	CHECK(!is_pci_p2pdma_page(pages[0]) && is_pci_p2pdma_page(pages[1]));
	put_page(pages[0]);
	put_page(pages[1]);
	CHECK(get_user_pages((__force unsigned long)user + PAGE_SIZE, 1, 0, pages) == -EREMOTEIO);
	CHECK_SILENT();
	CHECK(copy_to_user(user, io, 4) == 4);
	CHECK_WARNS(MEMCPY_IO);
	CHECK(copy_from_user(io, user, 4) == 4);
	CHECK_WARNS(MEMCPY_IO);
	CHECK(copy_from_kernel_nofault(ram, io, 4) == -EFAULT);
	CHECK_WARNS(MEMCPY_IO);
	iounmap((void __iomem __force *)io);
}

static void test_linear_map(void)
{
	void *token = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	char *ram = kmalloc(8, GFP_KERNEL), *peer = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);

	CHECK(virt_addr_valid(ram) && virt_addr_valid(peer) && !virt_addr_valid(token));
	CHECK(phys_to_virt(virt_to_phys(ram)) == ram && page_to_virt(virt_to_page(peer)) == peer);
	CHECK(pfn_valid(page_to_pfn(virt_to_page(peer))) && !pfn_valid(PHYS_PFN(SHIM_BAR0)));
	CHECK(page_is_ram(PHYS_PFN(__pa(ram))) && !page_is_ram(PHYS_PFN(SHIM_BAR0)));
	CHECK(is_vmalloc_addr(token) && !is_vmalloc_addr(ram));
	CHECK_SILENT();
	CHECK(virt_to_page(token) == shim_decoy_page());
	CHECK_WARNS(VIRT_TO_PAGE_IO);
	CHECK(virt_to_phys(token) == SHIM_BAR0);
	CHECK_WARNS(VIRT_TO_PHYS_IO);
	kfree(token);
	CHECK_WARNS(FREE_IO);
	kfree(ram);
	pci_free_p2pmem(shim_pci_dev(), peer, PAGE_SIZE);
	iounmap((void __iomem __force *)token);
}

const struct test tests[] = {
	{"ioremap()", test_ioremap},
	{"mappings of devices", test_devices},
	{"io_mapping", test_io_mapping},
	{"memremap()", test_memremap},
	{"accessors", test_accessors},
	{"copies to and from", test_copies},
	{"accessors on RAM", test_accessors_on_ram},
	{"accessors on peer memory", test_peer_accessors},
	{"plain accesses fault, and go on", test_faults},
	{"an address of nothing is a crash", test_crash},
	{"memcpy() and its kind", test_strings},
	{"user memory", test_user},
	{"the linear map", test_linear_map},
	{NULL, NULL},
};
