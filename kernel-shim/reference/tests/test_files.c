// SPDX-License-Identifier: GPL-2.0-or-later
/* What is around the lists: block vectors, iterators, files, bits, locks, policies. */
#include "test.h"

#include <drm/drm_gem.h>
#include <linux/bitops.h>
#include <linux/bvec.h>
#include <linux/crc-ccitt.h>
#include <linux/crc-t10dif.h>
#include <linux/crc16.h>
#include <linux/crc32.h>
#include <linux/crc64.h>
#include <linux/crc7.h>
#include <linux/crc8.h>
#include <linux/dma-buf.h>
#include <linux/fs.h>
#include <linux/io.h>
#include <linux/mutex.h>
#include <linux/p2pmem.h>
#include <linux/remoteproc.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/uio.h>
#include <linux/unaligned.h>
#include <shim/world.h>

static void test_bvec(void)
{
	char *ram = kmalloc(64, GFP_KERNEL), *peer = p2pmem_alloc(shim_p2pmem(), PAGE_SIZE);
	char buffer[8] = "bvec";
	struct bio_vec bv;

	bvec_set_virt(&bv, ram + 8, 8);
	memcpy_to_bvec(&bv, buffer);
	CHECK(strcmp(ram + 8, "bvec") == 0 && bvec_virt(&bv) == ram + 8);
	memcpy_from_bvec(buffer, &bv);
	kunmap_local(bvec_kmap_local(&bv));
	memzero_bvec(&bv);
	CHECK(!ram[8] && bvec_phys(&bv) == virt_to_phys(ram + 8));
	bvec_set_folio(&bv, virt_to_folio(ram), 8, 0);
	bvec_set_page(&bv, virt_to_page(peer), 8, 0);
	CHECK_SILENT();
	memcpy_from_bvec(buffer, &bv);
	CHECK_WARNS(PAGE_COPY_IO);
	bvec_set_virt(&bv, peer, 8);
	CHECK_SILENT();
	bvec_set_virt(&bv, (void __force *)ioremap(SHIM_BAR0, 8), 8);
	CHECK_WARNS(SG_SET_BUF_IO);
	shim_set_policy("rfc");
	bvec_set_virt(&bv, peer, 8);
	CHECK_WARNS(SG_SET_BUF_IO);
	bvec_kmap_local(&bv);
	CHECK_WARNS(KMAP_IO);
	kunmap_local(peer);
	kfree(ram);
	p2pmem_free(shim_p2pmem(), peer, PAGE_SIZE);
}

static void test_iter(void)
{
	char ram[8] = "iter", target[8] = "";
	void *io = (void __force *)ioremap(SHIM_BAR0, 8);
	struct page *peer = p2pmem_alloc_page(shim_p2pmem()), *page = alloc_page(GFP_KERNEL);
	struct kvec vec = {target, sizeof(target)};
	struct iov_iter i;

	iov_iter_kvec(&i, 0, &vec, 1, 8);
	CHECK(copy_to_iter(ram, 5, &i) == 5 && strcmp(target, "iter") == 0 && i.count == 3);
	CHECK(!copy_to_iter_full(ram, 8, &i));
	iov_iter_kvec(&i, 0, &vec, 1, 8);
	CHECK(copy_from_iter_full(ram, 8, &i) && _copy_from_iter(ram, 1, &i) == 0);
	iov_iter_init(&i, 0, NULL, 1, 100);
	CHECK(_copy_to_iter(ram, 8, &i) == 8 && copy_page_to_iter(page, 0, 8, &i) == 8);
	iov_iter_bvec(&i, 0, NULL, 0, 100);
	CHECK(copy_page_from_iter(page, 0, 8, &i) == 8);
	CHECK_SILENT();
	CHECK(copy_to_iter(io, 4, &i) == 0);
	CHECK_WARNS(MEMCPY_IO);
	CHECK(copy_from_iter(io, 4, &i) == 0);
	CHECK_WARNS(MEMCPY_IO);
	CHECK(copy_page_to_iter(peer, 0, 8, &i) == 0);
	CHECK_WARNS(PAGE_COPY_IO);
	p2pmem_free_page(shim_p2pmem(), peer);
	put_page(page);
}

static void test_files(void)
{
	char ram[8] = "file", *io = (char __force *)ioremap(SHIM_BAR0, 8);
	char __user *user = shim_user();
	loff_t position = 2;

	CHECK(simple_read_from_buffer(user, 8, &position, ram, 5) == 3 && position == 5);
	CHECK(simple_read_from_buffer(user, 8, &position, ram, 5) == 0);
	position = 0;
	CHECK(simple_write_to_buffer(ram, 8, &position, user, 3) == 3 && strcmp(ram, "le") == 0);
	position = -1;
	CHECK(simple_write_to_buffer(ram, 8, &position, user, 3) == -EINVAL);
	CHECK_SILENT();
	position = 0;
	CHECK(simple_read_from_buffer(user, 8, &position, io, 8) == -EFAULT);
	CHECK_WARNS(MEMCPY_IO);
	CHECK(seq_write(NULL, ram, 4) == 0 && seq_write(NULL, io, 4) == -EFAULT);
	CHECK_WARNS(MEMCPY_IO);
}

static void test_bits(void)
{
	unsigned long bits[2] = {0}, *io = (void __force *)ioremap(SHIM_BAR0, 8);
	u8 bytes[8] = {1, 2, 3, 4, 5, 6, 7, 8};

	set_bit(65, bits);
	__set_bit(0, bits);
	CHECK(bits[1] == 2 && test_bit(65, bits) && !test_and_set_bit(1, bits));
	clear_bit(65, bits);
	__clear_bit(0, bits);
	CHECK(bits[0] == 2 && bits[1] == 0);
	CHECK(get_unaligned_le16(bytes) == 0x0201 && get_unaligned_be16(bytes) == 0x0102);
	CHECK(get_unaligned_le32(bytes) == 0x04030201 && get_unaligned_be32(bytes) == 0x01020304);
	CHECK(get_unaligned_le64(bytes) == 0x0807060504030201ULL);
	CHECK(get_unaligned_be64(bytes) == 0x0102030405060708ULL);
	put_unaligned_be32(0x0a0b0c0d, bytes + 1);
	CHECK(bytes[1] == 0x0a && bytes[4] == 0x0d);
	CHECK_SILENT();
	set_bit(1, io);
	CHECK_WARNS(MEMCPY_IO);
	get_unaligned_le32(io);
	CHECK_WARNS(MEMCPY_IO);
}

/* The usual test string of checksums, and what each makes of it. */
static void test_digests(void)
{
	static const u8 nine[] = "123456789";
	u8 table[256] = {0}, *io = (void __force *)ioremap(SHIM_BAR0, 8);

	CHECK(~crc32_le(~0U, nine, 9) == 0xcbf43926 && ~crc32c(~0U, nine, 9) == 0xe3069283);
	CHECK(crc16(0, nine, 9) == 0xbb3d && crc_ccitt(0, nine, 9) == 0x2189);
	CHECK(crc_t10dif(nine, 9) == 0xd0db && crc64_be(0, nine, 9) == 0x6c40df5f0b497347ULL);
	CHECK(crc7_be(0, nine, 9) >> 1 == 0x75 && crc8(table, nine, 9, 1) == 0);
	CHECK_SILENT();
	crc32_le(0, io, 8);
	CHECK_WARNS(MEMCPY_IO);
	crc8(table, io, 8, 0);
	CHECK_WARNS(MEMCPY_IO);
}

static void lock_twice(void *lock)
{
	mutex_lock(lock);
	mutex_lock(lock);
}

static void warn(void *kind)
{
	WARN_ON(kind);
}

static void test_policies(void)
{
	struct mutex lock;
	spinlock_t spin;

	mutex_init(&lock);
	CHECK_DIES(lock_twice, &lock, BUG_ON);
	mutex_unlock(&lock);
	spin_lock_init(&spin);
	spin_lock(&spin);
	spin_unlock(&spin);
	CHECK_DIES(warn, NULL, KIND_COUNT);
	CHECK_DIES(warn, &lock, KIND_COUNT);
	shim_policy = SHIM_LONGJMP;
	CHECK_DIES(warn, &lock, WARN_ON);
	shim_policy = SHIM_ABORT;
	CHECK(test_aborts(warn, &lock) && !test_aborts(warn, NULL));
	shim_policy = SHIM_CONTINUE;
	CHECK_SILENT();
}

static int vmap_registers(struct drm_gem_object *obj, struct iosys_map *map)
{
	iosys_map_set_vaddr_iomem(map, ioremap(SHIM_BAR0, obj->size));
	return 0;
}

static void test_drivers(void)
{
	const struct drm_gem_object_funcs funcs = {.vmap = vmap_registers};
	const struct rproc_ops ops = {0};
	struct drm_gem_object obj = {.size = 64, .funcs = &funcs}, bare = {0}, imported = {0};
	struct rproc *rproc = devm_rproc_alloc(shim_device(), "r", &ops, NULL, 8);
	struct iosys_map map;

	CHECK(drm_gem_vmap_unlocked(&obj, &map) == 0 && map.is_iomem);
	drm_gem_vunmap_unlocked(&obj, &map);
	CHECK(iosys_map_is_null(&map) && drm_gem_vmap(&bare, &map) == -EOPNOTSUPP);
	imported.import_attach =
		dma_buf_dynamic_attach(shim_dma_buf(false), shim_device(), NULL, NULL);
	CHECK(drm_gem_vmap(&imported, &map) == 0 && !map.is_iomem);
	drm_gem_vunmap(&imported, &map);
	dma_buf_detach(shim_dma_buf(false), imported.import_attach);
	CHECK(rproc && rproc->priv && rproc_add(rproc) == 0 && !rproc_da_to_va(rproc, 0, 1, NULL));
	CHECK_SILENT();
}

const struct test tests[] = {
	{"block vectors", test_bvec},
	{"iterators", test_iter},
	{"files", test_files},
	{"bits and unaligned words", test_bits},
	{"checksums", test_digests},
	{"what a warning does", test_policies},
	{"graphics buffers and remote processors", test_drivers},
	{NULL, NULL},
};
