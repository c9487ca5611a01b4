// SPDX-License-Identifier: GPL-2.0-or-later
/* What a driver calls from probe to remove: devices, messages, memory, an export of its own. */
#include "test.h"

#include <linux/crc-t10dif.h>
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/dma-buf.h>
#include <linux/dma-mapping.h>
#include <linux/fs.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/p2pmem.h>
#include <linux/pci.h>
#include <linux/printk.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/unaligned.h>
#include <linux/vmalloc.h>
#include <shim/world.h>

static void test_probe(void)
{
	struct pci_dev *pdev = shim_pci_dev();
	char *managed;

	CHECK(pci_enable_device(pdev) == 0 && pcim_enable_device(pdev) == 0);
	pci_set_master(pdev);
	udelay(1);
	msleep(1);
	usleep_range(1, 2);
	managed = devm_kmalloc(shim_device(), 8, GFP_KERNEL);
	devm_kfree(shim_device(), managed);
	managed = devm_kzalloc(shim_device(), 8, GFP_KERNEL);
	CHECK(managed && mem_is_zero(managed, 8));
	devm_kfree(shim_device(), managed);
	pci_disable_device(pdev);
	CHECK_SILENT();
}

static void give_up(void *text)
{
	panic("%s", (const char *)text);
}

static void test_messages(void)
{
	char *io = (char __force *)ioremap(SHIM_BAR0, 8), ram[8] = "text", line[32];
	struct device *dev = shim_device();

	dev_info(dev, "%s %d\n", ram, 1);
	dev_warn(dev, "%s\n", ram);
	CHECK(dev_err_probe(dev, -EIO, "%s\n", ram) == -EIO);
	seq_puts(NULL, ram);
	CHECK(hex_dump_to_buffer(ram, 4, 16, 1, line, sizeof(line), false) > 0);
	CHECK(strncmp(line, "74", 2) == 0);
	CHECK(sprintf(line, "%s-%d", ram, 5) == 6 && strcmp(line, "text-5") == 0);
	CHECK_SILENT();
	dev_info(dev, "%s\n", io);
	CHECK_WARNS(MEMCPY_IO);
	dev_warn(dev, "%s\n", io);
	CHECK_WARNS(MEMCPY_IO);
	CHECK(dev_err_probe(dev, -EIO, "%s\n", io) == -EIO);
	CHECK_WARNS(MEMCPY_IO);
	seq_puts(NULL, io);
	CHECK_WARNS(MEMCPY_IO);
	hex_dump_to_buffer(io, 4, 16, 1, line, sizeof(line), false);
	CHECK_WARNS(MEMCPY_IO);
	CHECK_DIES(give_up, ram, BUG_ON);
	iounmap((void __iomem __force *)io);
}

static void test_open(void)
{
	struct inode inode = {.i_private = &inode};
	struct file file = {.private_data = NULL};

	CHECK(simple_open(&inode, &file) == 0 && file.private_data == &inode);
}

static void test_memory(void)
{
	unsigned long two = __get_free_pages(GFP_KERNEL, 1);
	char *area = vmalloc(2 * PAGE_SIZE), *either = kvmalloc(8, GFP_KERNEL);
	struct page *page = virt_to_page((void *)two), *peer = p2pmem_alloc_page(shim_p2pmem());

	CHECK(two % PAGE_SIZE == 0 && area && either);
	flush_kernel_vmap_range(area, PAGE_SIZE);
	invalidate_kernel_vmap_range(area, PAGE_SIZE);
	set_page_dirty_lock(page);
	CHECK(!folio_is_zone_device(page_folio(page)) && folio_is_zone_device(page_folio(peer)));
	CHECK(vmap(&page, 1, VM_MAP, pgprot_noncached(PAGE_KERNEL)) == (void *)two);
	CHECK(vmap(&page, 1, VM_MAP, pgprot_writecombine(PAGE_KERNEL)) == (void *)two);
	vunmap((void *)two);
	vunmap((void *)two);
	vfree(area);
	kvfree(either);
	free_pages(two, 1);
	p2pmem_free_page(shim_p2pmem(), peer);
	CHECK_SILENT();
}

/* The second page of the user's memory is a peer's. */
static void test_pin(void)
{
	unsigned long start = (unsigned long)shim_user();
	struct page *pages[2];

	CHECK(pin_user_pages(start, 2, FOLL_PCI_P2PDMA, pages) == 2);
	CHECK(!is_pci_p2pdma_page(pages[0]) && is_pci_p2pdma_page(pages[1]));
	unpin_user_pages(pages, 2);
	CHECK(pin_user_pages(start, 2, 0, pages) < 2);
	CHECK_SILENT();
}

static void test_bytes(void)
{
	static const u8 nine[] = "123456789";
	u8 bytes[8], *io = (u8 __force *)ioremap(SHIM_BAR0, 8);

	put_unaligned_le16(0x0102, bytes);
	put_unaligned_be16(0x0102, bytes + 3);
	CHECK(bytes[0] == 2 && bytes[1] == 1 && bytes[3] == 1 && bytes[4] == 2);
	put_unaligned_le32(0x01020304, bytes + 1);
	CHECK(get_unaligned_be32(bytes + 1) == 0x04030201);
	put_unaligned_le64(0x0102030405060708ULL, bytes);
	CHECK(get_unaligned_be64(bytes) == 0x0807060504030201ULL);
	put_unaligned_be64(0x0102030405060708ULL, bytes);
	CHECK(bytes[0] == 1 && bytes[7] == 8);
	CHECK(crc_t10dif_generic(0, nine, 9) == 0xd0db);
	CHECK_SILENT();
	put_unaligned_be64(1, io);
	CHECK_WARNS(MEMCPY_IO);
	crc_t10dif_generic(0, io, 8);
	CHECK_WARNS(MEMCPY_IO);
	iounmap((void __iomem __force *)io);
}

static struct sg_table *map_page(struct dma_buf_attachment *attach, enum dma_data_direction dir)
{
	struct sg_table *sgt = kzalloc(sizeof(*sgt), GFP_KERNEL);
	struct page *page = attach->dmabuf->priv;

	if (sg_alloc_table_from_pages(sgt, &page, 1, 0, PAGE_SIZE, GFP_KERNEL) ||
	    dma_map_sgtable(attach->dev, sgt, dir, 0)) {
		kfree(sgt);
		return ERR_PTR(-EIO);
	}
	return sgt;
}

static void unmap_page(struct dma_buf_attachment *attach, struct sg_table *sgt,
                       enum dma_data_direction dir)
{
	dma_unmap_sgtable(attach->dev, sgt, dir, 0);
	sg_free_table(sgt);
	kfree(sgt);
}

/* Both forms of the calls, the one that holds the lock and the one that takes it. */
static void test_export(void)
{
	static const struct dma_buf_ops ops = {
		.map_dma_buf = map_page,
		.unmap_dma_buf = unmap_page,
	};
	struct page *page = alloc_page(GFP_KERNEL);
	struct dma_buf_export_info info = {.ops = &ops, .size = PAGE_SIZE, .priv = page};
	struct dma_buf *dmabuf = dma_buf_export(&info);
	struct dma_buf_attachment *attach = dma_buf_attach(dmabuf, shim_device());
	struct sg_table *sgt = dma_buf_map_attachment(attach, DMA_TO_DEVICE);

	CHECK(!IS_ERR(sgt) && sgt->nents == 1 && sg_dma_len(sgt->sgl) == PAGE_SIZE);
	dma_buf_unmap_attachment_unlocked(attach, sgt, DMA_TO_DEVICE);
	sgt = dma_buf_map_attachment_unlocked(attach, DMA_TO_DEVICE);
	CHECK(!IS_ERR(sgt));
	dma_buf_unmap_attachment(attach, sgt, DMA_TO_DEVICE);
	dma_buf_detach(dmabuf, attach);
	dma_buf_put(dmabuf);
	info.ops = NULL;
	CHECK(IS_ERR(dma_buf_export(&info)));
	put_page(page);
	CHECK_SILENT();
}

static void test_dma(void)
{
	struct device *dev = shim_device();
	struct scatterlist sg;
	dma_addr_t addr;
	char *kva = dma_alloc_attrs(dev, 100, &addr, GFP_KERNEL, 0);

	CHECK(kva && addr && mem_is_zero(kva, 100));
	dma_free_attrs(dev, 100, kva, addr, 0);
	kva = kmalloc(64, GFP_KERNEL);
	addr = dma_map_single(dev, kva, 64, DMA_TO_DEVICE);
	dma_sync_single_for_device(dev, addr, 64, DMA_TO_DEVICE);
	dma_unmap_single(dev, addr, 64, DMA_TO_DEVICE);
	sg_init_one(&sg, kva, 64);
	CHECK(dma_map_sg(dev, &sg, 1, DMA_TO_DEVICE) == 1);
	dma_sync_sg_for_device(dev, &sg, 1, DMA_TO_DEVICE);
	dma_unmap_sg(dev, &sg, 1, DMA_TO_DEVICE);
	kfree(kva);
	CHECK_SILENT();
}

/* Both directions of the copy that the others are made of. */
static void test_copy_buffer(void)
{
	char *ram = kzalloc(64, GFP_KERNEL), out[8] = "";
	struct scatterlist sg;

	sg_init_one(&sg, ram, 64);
	strcpy(ram + 8, "copied");
	CHECK(sg_copy_buffer(&sg, 1, out, 8, 8, true) == 8 && strcmp(out, "copied") == 0);
	CHECK(sg_copy_buffer(&sg, 1, out, 8, 16, false) == 8 && strcmp(ram + 16, "copied") == 0);
	CHECK(sg_copy_buffer(&sg, 1, out, 8, 64, true) == 0);
	kfree(ram);
	CHECK_SILENT();
}

static void test_provider(void)
{
	struct p2pmem_dev *p = p2pmem_create(shim_device());
	struct resource window = {
		.start = SHIM_BAR4,
		.end = SHIM_BAR4 + 4 * PAGE_SIZE - 1,
		.flags = IORESOURCE_MEM,
	};
	void *addr;

	CHECK(p2pmem_add_resource(p, &window) == 0);
	addr = p2pmem_alloc(p, 2 * PAGE_SIZE);
	CHECK(addr && page_to_phys(virt_to_page(addr)) == SHIM_BAR4);
	CHECK(!p2pmem_alloc(p, 3 * PAGE_SIZE));
	p2pmem_free(p, addr, 2 * PAGE_SIZE);
	p2pmem_unregister(p);
	CHECK_SILENT();
}

const struct test tests[] = {
	{"probe and remove", test_probe},
	{"messages", test_messages},
	{"simple_open()", test_open},
	{"memory by the page", test_memory},
	{"pinned pages", test_pin},
	{"unaligned values, checksums", test_bytes},
	{"an exporter", test_export},
	{"coherent memory, and syncing for the device", test_dma},
	{"sg_copy_buffer()", test_copy_buffer},
	{"a provider of a resource", test_provider},
	{NULL, NULL},
};
