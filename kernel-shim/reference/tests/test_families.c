// SPDX-License-Identifier: GPL-2.0-or-later
/* Families of functions, each member once: right on its kind of memory, reported on the other. */
#include "test.h"

#include <linux/device.h>
#include <linux/highmem.h>
#include <linux/io-mapping.h>
#include <linux/io.h>
#include <linux/ioremap.h>
#include <linux/pci-p2pdma.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>
#include <shim/world.h>

#define PATTERN 0x8877665544332211ULL

static void __iomem *window(void)
{
	void __iomem *io = ioremap(SHIM_BAR0, PAGE_SIZE);

	writeq(PATTERN, io);
	return io;
}

static u64 swap(u64 value, unsigned int bytes)
{
	return __builtin_bswap64(value) >> (64 - 8 * bytes);
}

/* The value from I/O memory, silently; a report from RAM. */
#define CHECK_READ(name, type, expected)                             \
	do {                                                         \
		CHECK(name(io) == (type)(expected));                 \
		CHECK_SILENT();                                      \
		CHECK(name((void __iomem __force *)ram) == (type)0); \
		CHECK_WARNS(IO_ACCESSOR_ON_RAM);                     \
	} while (0)

static void test_reads(void)
{
	void __iomem *io = window();
	u64 *ram = kzalloc(8, GFP_KERNEL);

	CHECK_READ(readb, u8, PATTERN);
	CHECK_READ(readw, u16, PATTERN);
	CHECK_READ(readl, u32, PATTERN);
	CHECK_READ(readq, u64, PATTERN);
	CHECK_READ(readb_relaxed, u8, PATTERN);
	CHECK_READ(readw_relaxed, u16, PATTERN);
	CHECK_READ(readl_relaxed, u32, PATTERN);
	CHECK_READ(readq_relaxed, u64, PATTERN);
	CHECK_READ(__readb, u8, PATTERN);
	CHECK_READ(__readw, u16, PATTERN);
	CHECK_READ(__readl, u32, PATTERN);
	CHECK_READ(__readq, u64, PATTERN);
	CHECK_READ(__raw_readb, u8, PATTERN);
	CHECK_READ(__raw_readw, u16, PATTERN);
	CHECK_READ(__raw_readl, u32, PATTERN);
	CHECK_READ(__raw_readq, u64, PATTERN);
	CHECK_READ(ioread8, u8, PATTERN);
	CHECK_READ(ioread16, u16, PATTERN);
	CHECK_READ(ioread32, u32, PATTERN);
	CHECK_READ(ioread64, u64, PATTERN);
	CHECK_READ(ioread16be, u16, swap(PATTERN, 8) >> 48);
	CHECK_READ(ioread32be, u32, swap(PATTERN, 8) >> 32);
	CHECK_READ(ioread64be, u64, swap(PATTERN, 8));
	kfree(ram);
	iounmap(io);
}

#define CHECK_WRITE(name, type, stored)                           \
	do {                                                      \
		name((type)PATTERN, io);                          \
		CHECK((type)readq(io) == (type)(stored));         \
		CHECK_SILENT();                                   \
		name((type)PATTERN, (void __iomem __force *)ram); \
		CHECK_WARNS(IO_ACCESSOR_ON_RAM);                  \
		CHECK((type) * ram == (type)(stored));            \
		*ram = 0;                                         \
		writeq(0, io);                                    \
	} while (0)

static void test_writes(void)
{
	void __iomem *io = window();
	u64 *ram = kzalloc(8, GFP_KERNEL);

	CHECK_WRITE(writeb, u8, PATTERN);
	CHECK_WRITE(writew, u16, PATTERN);
	CHECK_WRITE(writel, u32, PATTERN);
	CHECK_WRITE(writeq, u64, PATTERN);
	CHECK_WRITE(writeb_relaxed, u8, PATTERN);
	CHECK_WRITE(writew_relaxed, u16, PATTERN);
	CHECK_WRITE(writel_relaxed, u32, PATTERN);
	CHECK_WRITE(writeq_relaxed, u64, PATTERN);
	CHECK_WRITE(__writeb, u8, PATTERN);
	CHECK_WRITE(__writew, u16, PATTERN);
	CHECK_WRITE(__writel, u32, PATTERN);
	CHECK_WRITE(__writeq, u64, PATTERN);
	CHECK_WRITE(__raw_writeb, u8, PATTERN);
	CHECK_WRITE(__raw_writew, u16, PATTERN);
	CHECK_WRITE(__raw_writel, u32, PATTERN);
	CHECK_WRITE(__raw_writeq, u64, PATTERN);
	CHECK_WRITE(iowrite8, u8, PATTERN);
	CHECK_WRITE(iowrite16, u16, PATTERN);
	CHECK_WRITE(iowrite32, u32, PATTERN);
	CHECK_WRITE(iowrite64, u64, PATTERN);
	CHECK_WRITE(iowrite16be, u16, swap((u16)PATTERN, 2));
	CHECK_WRITE(iowrite32be, u32, swap((u32)PATTERN, 4));
	CHECK_WRITE(iowrite64be, u64, swap(PATTERN, 8));
	kfree(ram);
	iounmap(io);
}

/* The same register into a buffer and out of it; the buffer must be RAM. */
#define CHECK_MANY(read, write, type)                                \
	do {                                                         \
		type many[3] = {1, 2, 3};                            \
                                                                     \
		write(io, many, 3);                                  \
		read(io, many, 2);                                   \
		CHECK(many[0] == 3 && many[1] == 3 && many[2] == 3); \
		CHECK_SILENT();                                      \
		read(io, (void __force *)io, 1);                     \
		CHECK_WARNS(MEMCPY_IO);                              \
		write(io, (void __force *)io, 1);                    \
		CHECK_WARNS(MEMCPY_IO);                              \
	} while (0)

static void test_many(void)
{
	void __iomem *io = window();
	char block[64] = "a block of 64 bytes";

	CHECK_MANY(readsb, writesb, u8);
	CHECK_MANY(readsw, writesw, u16);
	CHECK_MANY(readsl, writesl, u32);
	CHECK_MANY(readsq, writesq, u64);
	CHECK_MANY(ioread8_rep, iowrite8_rep, u8);
	CHECK_MANY(ioread16_rep, iowrite16_rep, u16);
	CHECK_MANY(ioread32_rep, iowrite32_rep, u32);
	iosubmit_cmds512(io, block, 1);
	CHECK(readb(io) == 'a' && readb(io + 18) == 's');
	iounmap(io);
}

static void test_mappings(void)
{
	struct pci_dev *pdev = shim_pci_dev();
	struct io_mapping mapping;
	struct resource *res = pci_resource_n(pdev, 0);
	void __iomem *io = ioremap(SHIM_BAR0, 64);

	CHECK(ioremap_wt(SHIM_BAR0, 64) == io && ioremap_uc(SHIM_BAR0, 64) == io);
	CHECK(ioremap_cache(SHIM_BAR0, 64) == io && ioremap_prot(SHIM_BAR0, 64, 0) == io);
	CHECK(ioremap_encrypted(SHIM_BAR0, 64) == io && pci_remap_cfgspace(SHIM_BAR0, 64) == io);
	CHECK(generic_ioremap_prot(SHIM_BAR0, 64, PAGE_KERNEL) == io);
	CHECK(devm_ioremap_uc(NULL, SHIM_BAR0, 64) == io &&
	      devm_ioremap_wc(NULL, SHIM_BAR0, 64) == io);
	CHECK(devm_ioremap_resource(NULL, res) == io && devm_ioremap_resource_wc(NULL, res) == io);
	CHECK(IS_ERR((void __force *)devm_ioremap_resource(NULL, NULL)));
	CHECK(pci_iomap_wc(pdev, 0, 0) == io && pci_iomap_wc_range(pdev, 0, 8, 8) == io + 8);
	CHECK(pci_ioremap_wc_bar(pdev, 0) == io && pcim_iomap(pdev, 0, 0) == io);
	CHECK(platform_get_resource(shim_platform_device(), IORESOURCE_MEM, 0) == res);
	CHECK(!platform_get_resource(shim_platform_device(), IORESOURCE_IO, 0));
	CHECK(io_mapping_init_wc(&mapping, SHIM_BAR0, PAGE_SIZE) == &mapping);
	CHECK(io_mapping_map_local_wc(&mapping, 0) == io);
	io_mapping_unmap_local(io);
	CHECK(devm_memremap(NULL, SHIM_BAR4, 64, MEMREMAP_WT) == shim_windows[2].backing);
	CHECK(IS_ERR(devm_memremap(NULL, SHIM_BAR0, 64, MEMREMAP_WB)));
	CHECK(is_ioremap_addr((void __force *)io) && !is_ioremap_addr(&mapping));
	devm_iounmap(NULL, io);
	pci_iounmap(pdev, io);
	CHECK_SILENT();
	CHECK(region_intersects(SHIM_BAR0, 64, 0, 0) == REGION_DISJOINT);
	CHECK(region_intersects(SHIM_RAM_PHYS, 64, 0, 0) == REGION_INTERSECTS);
	CHECK(region_intersects(SHIM_RAM_PHYS, SHIM_RAM_BYTES + 1, 0, 0) == REGION_MIXED);
}

static void test_more_strings(void)
{
	char *io = (char __force *)ioremap(SHIM_BAR0, 64), ram[32] = "ab";
	u16 *words = kzalloc(32, GFP_KERNEL);
	loff_t position = 1;
	void *copy;

	CHECK(memset16(words, 7, 2) == words && words[1] == 7 && !words[2]);
	memset32((u32 *)words, 1, 1);
	memset64((u64 *)words, 2, 1);
	memset_p((void **)words, ram, 1);
	CHECK(*(char **)words == ram);
	CHECK(memscan(ram, 'b', 2) == ram + 1 && memscan(ram, 'x', 2) == ram + 2);
	CHECK(!memchr_inv(ram, 'a', 1) && memchr_inv(ram, 'a', 2) == ram + 1);
	CHECK(memweight("\3\1", 2) == 3 && bcmp("a", "b", 1) < 0);
	memcpy_and_pad(ram, 4, "x", 1, '.');
	CHECK(strncmp(ram, "x...", 4) == 0);
	memcpy_flushcache(ram, "yz", 3);
	CHECK(strcmp(strncpy(ram + 8, "yz", 8), ram) == 0);
	CHECK(strlcat(ram, "!", 32) == 3 && strcmp(strcat(ram, "?"), "yz!?") == 0);
	CHECK(memory_read_from_buffer(ram, 8, &position, "12", 3) == 2 && ram[0] == '2');
	memzero_explicit(ram, 2);
	CHECK(!ram[0] && scnprintf(ram, 2, "%s", "long") == 1);
	copy = kmemdup_nul("abc", 2, GFP_KERNEL);
	CHECK(strcmp(copy, "ab") == 0 && !kstrdup(NULL, GFP_KERNEL));
	kfree(copy);
	copy = kmemdup_array("abcd", 2, 2, GFP_KERNEL);
	kfree(copy);
	kfree_const(kstrdup_const("x", GFP_KERNEL));
	CHECK_SILENT();
	memset64((u64 *)io, 1, 1);
	CHECK_WARNS(MEMCPY_IO);
	memchr_inv(io, 0, 4);
	CHECK_WARNS(MEMCPY_IO);
	memweight(io, 4);
	CHECK_WARNS(MEMCPY_IO);
	kvfree(kvmemdup(io, 4, GFP_KERNEL));
	CHECK_WARNS(MEMCPY_IO);
	_printk("%.3s", io);
	CHECK_WARNS(MEMCPY_IO);
	_dev_err(NULL, "%*ph", 4, io);
	CHECK_WARNS(MEMCPY_IO);
	print_hex_dump("", "", 0, 16, 1, io, 4, false);
	CHECK_WARNS(MEMCPY_IO);
	kfree(words);
	iounmap((void __iomem __force *)io);
}

static void test_more_pages(void)
{
	struct page *page = alloc_page(GFP_KERNEL), *other = alloc_page(GFP_KERNEL);
	struct folio *folio = page_folio(page);
	char *kva = page_address(page);

	memset(kva, 'x', PAGE_SIZE);
	zero_user_segment(page, 1, 2);
	folio_zero_range(folio, 3, 1);
	folio_zero_segment(folio, 5, 6);
	folio_zero_segments(folio, 7, 8, 9, 10);
	CHECK(memcmp(kva, "x\0x\0x\0x\0x\0x", 11) == 0);
	CHECK(folio_zero_tail(folio, PAGE_SIZE - 4, kva + PAGE_SIZE - 4) == kva);
	CHECK(mem_is_zero(kva + PAGE_SIZE - 4, 4));
	copy_user_highpage(other, page, 0, NULL);
	CHECK(copy_mc_highpage(other, page) == 0 &&
	      copy_mc_user_highpage(other, page, 0, NULL) == 0);
	CHECK(memcmp(kva, page_address(other), PAGE_SIZE) == 0);
	clear_user_highpage(other, 0);
	tag_clear_highpage(other);
	CHECK(mem_is_zero(page_address(other), PAGE_SIZE));
	CHECK(memcpy_from_file_folio(kva, folio, (loff_t)PAGE_SIZE - 2, 8) == 2);
	CHECK(kmap_local_pfn(page_to_pfn(page)) == kva);
	CHECK(kmap_atomic_pfn(page_to_pfn(page)) == kva);
	kunmap_atomic(kva);
	kunmap_local(kva);
	kunmap_local(kmap_local_page_prot(page, PAGE_KERNEL));
	kunmap_atomic(kmap_atomic_prot(page, PAGE_KERNEL));
	CHECK(kmap_to_page(kva) == page && !is_kmap_addr(kva) && !PageHighMem(page));
	CHECK(virt_to_head_page(kva) == page && virt_to_folio(kva) == folio);
	CHECK(pfn_folio(page_to_pfn(page)) == folio && lowmem_page_address(page) == kva);
	CHECK(vmalloc_to_page(kva) == page && vmalloc_to_pfn(kva) == page_to_pfn(page));
	flush_dcache_page(page);
	folio_get(folio);
	get_page(page);
	put_page(page);
	folio_put(folio);
	put_page(page);
	free_page((unsigned long)page_address(other));
	free_page(get_zeroed_page(GFP_KERNEL));
	CHECK_SILENT();
}

static void test_more_user(void)
{
	char *io = (char __force *)ioremap(SHIM_BAR0, 64), ram[4] = "usr";
	char __user *user = shim_user();

	CHECK(_copy_to_user(user, ram, 4) == 0 && __copy_to_user(user, ram, 4) == 0);
	CHECK(copy_to_user_nofault(user, ram, 4) == 0);
	CHECK(_copy_from_user(ram, user, 4) == 0 && __copy_from_user(ram, user, 4) == 0);
	CHECK(copy_from_user_nofault(ram, user, 4) == 0 && strcmp(ram, "usr") == 0);
	CHECK(copy_to_kernel_nofault(ram, "new", 4) == 0 && strcmp(ram, "new") == 0);
	CHECK_SILENT();
	CHECK(copy_to_user_nofault(user, io, 4) == -EFAULT);
	CHECK_WARNS(MEMCPY_IO);
	CHECK(__copy_from_user(io, user, 4) == 4);
	CHECK_WARNS(MEMCPY_IO);
	iounmap((void __iomem __force *)io);
}

static void test_slab(void)
{
	char *a = kmalloc(24, GFP_KERNEL), *b = kcalloc(3, 10, GFP_KERNEL), *big;

	CHECK(a && b && a != b && mem_is_zero(b, 30) && virt_to_page(a) == virt_to_page(b));
	strcpy(a, "kept");
	a = krealloc(a, 3000, GFP_KERNEL);
	CHECK(strcmp(a, "kept") == 0 && krealloc(a, 10, GFP_KERNEL) == a);
	big = vzalloc(5 * PAGE_SIZE);
	CHECK(mem_is_zero(big, 5 * PAGE_SIZE));
	CHECK(!kmalloc(1UL << 40, GFP_KERNEL) && !kmalloc_array(1UL << 40, 1UL << 40, GFP_KERNEL));
	vfree(big);
	kfree_sensitive(a);
	kvfree(b);
	kvfree(kvzalloc(8, GFP_KERNEL));
	devm_kfree(NULL, devm_kcalloc(NULL, 1, 8, GFP_KERNEL));
	kfree(NULL);
	CHECK_SILENT();
}

const struct test tests[] = {
	{"accessors that read", test_reads},
	{"accessors that write", test_writes},
	{"accessors that repeat", test_many},
	{"mappings of I/O memory", test_mappings},
	{"string functions", test_more_strings},
	{"helpers for pages", test_more_pages},
	{"copies to and from user memory", test_more_user},
	{"small allocations", test_slab},
	{NULL, NULL},
};
