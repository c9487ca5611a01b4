// SPDX-License-Identifier: GPL-2.0-or-later
/* Mapping pages for the CPU, and helpers that do it inside. */
#include "test.h"

#include <linux/err.h>
#include <linux/highmem.h>
#include <linux/p2pmem.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>
#include <shim/world.h>

struct pages {
	struct page *ram, *io;
};

static struct pages take(void)
{
	return (struct pages){alloc_page(GFP_KERNEL), p2pmem_alloc_page(shim_p2pmem())};
}

static void give(struct pages p)
{
	put_page(p.ram);
	p2pmem_free_page(shim_p2pmem(), p.io);
}

static void test_kmap(void)
{
	struct pages p = take();
	char *kva = page_address(p.ram), *a, *b;

	CHECK(kmap(p.ram) == kva && kmap(p.ram) == kva);
	kunmap(p.ram);
	kunmap(p.ram);
	CHECK_SILENT();
	kunmap(p.ram);
	CHECK_WARNS(BAD_UNMAP);
	a = kmap_local_page(p.ram);
	b = kmap_atomic(p.ram);
	CHECK(a == kva && b == kva && shim_is_in_kmap_atomic());
	kunmap_local(a);
	CHECK_WARNS(BAD_UNMAP);
	kunmap_atomic(b + 5);
	kunmap_local(a);
	CHECK(!shim_is_in_kmap_atomic());
	a = kmap_local_folio(page_folio(p.ram), 7);
	CHECK(a == kva + 7);
	kunmap_local(a);
	CHECK_SILENT();
	kunmap_local(a);
	CHECK_WARNS(BAD_UNMAP);
	give(p);
}

static void test_io_maps(void)
{
	struct pages p = take();
	void *kva;

	kunmap_local(kmap_local_page(p.io));
	CHECK_SILENT();
	shim_set_policy("rfc");
	kva = kmap(p.io);
	CHECK_WARNS(KMAP_IO);
	CHECK(shim_is_io(kva));
	kunmap(p.io);
	kva = kmap_atomic(p.io);
	CHECK_WARNS(KMAP_IO);
	kunmap_atomic(kva);
	CHECK(shim_is_io(page_address(p.io)));
	CHECK_WARNS(PAGE_ADDRESS_IO);
	CHECK(shim_is_io(folio_address(page_folio(p.io))));
	CHECK_WARNS(PAGE_ADDRESS_IO);
	kva = vmap(&p.io, 1, VM_MAP, PAGE_KERNEL);
	CHECK_WARNS(KMAP_IO);
	vunmap(kva);
	CHECK_SILENT();
	vunmap(kva);
	CHECK_WARNS(BAD_UNMAP);
	give(p);
}

static void test_sg_kmap(void)
{
	struct pages p = take();
	struct scatterlist sg[2];
	char *kva = page_address(p.ram);

	sg_init_table(sg, 2);
	sg_set_page(&sg[0], p.ram, 100, 10);
	sg_set_iomem_page(&sg[1], p.io, 100, 10);
	CHECK(sg_kmap(&sg[0]) == kva + 10);
	sg_kunmap(&sg[0], kva + 10);
	CHECK(sg_kmap_offset(&sg[0], 5) == kva + 15);
	sg_kunmap(&sg[0], kva + 15);
	CHECK(sg_kmap_atomic(&sg[0]) == kva + 10);
	sg_kunmap_atomic(&sg[0], kva + 10);
	CHECK(!sg_kmap(&sg[1]));
	sg_kunmap(&sg[1], NULL);
	sg_kunmap_atomic(&sg[1], NULL);
	CHECK_SILENT();
	sg_kunmap(&sg[0], kva + 2000);
	CHECK_WARNS(BAD_UNMAP);
	shim_set_policy("rfc");
	CHECK(!sg_kmap(&sg[1]));
	CHECK_WARNS(SG_KMAP_IO);
	CHECK(!sg_kmap_atomic(&sg[1]));
	CHECK_WARNS(SG_KMAP_IO);
	give(p);
}

static void map_or_die(void *sg)
{
	sg_map(sg, 0, SG_KMAP | SG_MAP_MUST_NOT_FAIL);
}

/* The second page of an entry, where the draft unmapped the first. */
static void test_sg_map(void)
{
	struct page *two = alloc_pages(GFP_KERNEL, 1);
	struct pages p = take();
	struct scatterlist sg[2];
	char *kva = page_address(two), *mapped;

	shim_set_policy("rfc");
	sg_init_table(sg, 2);
	sg_set_page(&sg[0], two, 5000, 3000);
	sg_set_iomem_page(&sg[1], p.io, 100, 10);
	mapped = sg_map(&sg[0], 2000, SG_KMAP);
	CHECK(mapped == kva + 5000);
	sg_unmap(&sg[0], mapped, 2000, SG_KMAP);
	mapped = sg_map(&sg[0], 2000, SG_KMAP_ATOMIC);
	sg_unmap(&sg[0], mapped, 2000, SG_KMAP_ATOMIC);
	CHECK(PTR_ERR(sg_map(&sg[0], 0, 0)) == -EINVAL);
	CHECK(PTR_ERR(sg_map(&sg[0], 0, SG_KMAP | SG_KMAP_ATOMIC)) == -EINVAL);
	CHECK(PTR_ERR(sg_map(&sg[1], 0, SG_KMAP)) == -EFAULT);
	sg_unmap(&sg[1], NULL, 0, SG_KMAP);
	CHECK_SILENT();
	sg_unmap(&sg[0], kva, 2000, SG_KMAP);
	CHECK_WARNS(BAD_UNMAP);
	CHECK_DIES(map_or_die, &sg[1], BUG_MUST_NOT_FAIL);
	give(p);
	__free_pages(two, 1);
}

static void test_page_copies(void)
{
	struct pages p = take();
	struct page *other = alloc_page(GFP_KERNEL);
	char buffer[32] = "to a page";

	memcpy_to_page(p.ram, 8, buffer, 32);
	memcpy_page(other, 0, p.ram, 0, PAGE_SIZE);
	memset(buffer, 0, sizeof(buffer));
	memcpy_from_page(buffer, other, 8, 32);
	CHECK(strcmp(buffer, "to a page") == 0);
	memset_page(other, 8, 'x', 3);
	memcpy_from_folio(buffer, page_folio(other), 8, 32);
	CHECK(strcmp(buffer, "xxxa page") == 0);
	memzero_page(other, 9, 1);
	copy_highpage(p.ram, other);
	CHECK(strcmp((char *)page_address(p.ram) + 8, "x") == 0);
	zero_user(p.ram, 8, 1);
	zero_user_segments(p.ram, 10, 12, 20, 21);
	clear_highpage(other);
	CHECK(mem_is_zero(page_address(other), PAGE_SIZE));
	memcpy_to_folio(page_folio(other), 0, "tail", 5);
	folio_fill_tail(page_folio(other), 1, "y", 1);
	CHECK(strcmp(page_address(other), "ty") == 0);
	CHECK_SILENT();
	give(p);
	put_page(other);
}

static void test_page_copies_of_io(void)
{
	struct pages p = take();
	char buffer[32] = "";
	char *peer = page_address(p.io);

	memcpy_to_page(p.io, 0, buffer, 4);
	CHECK_WARNS(PAGE_COPY_IO);
	memcpy_from_page(buffer, p.io, 0, 4);
	CHECK_WARNS(PAGE_COPY_IO);
	memcpy_page(p.ram, 0, p.io, 0, 8);
	CHECK_WARNS(PAGE_COPY_IO);
	copy_highpage(p.io, p.ram);
	CHECK_WARNS(PAGE_COPY_IO);
	clear_highpage(p.io);
	CHECK_WARNS(PAGE_COPY_IO);
	zero_user(p.io, 0, 4);
	CHECK_WARNS(PAGE_COPY_IO);
	memset_page(p.io, 0, 1, 4);
	CHECK_WARNS(PAGE_COPY_IO);
	memcpy_to_page(p.ram, 0, peer, 4);
	CHECK_WARNS(MEMCPY_IO);
	clear_page(peer);
	CHECK_WARNS(MEMCPY_IO);
	copy_page(page_address(p.ram), peer);
	CHECK_WARNS(MEMCPY_IO);
	give(p);
}

static void kmap_null(void *nothing)
{
	kmap(nothing);
}

static void test_bad_input(void)
{
	CHECK_DIES(kmap_null, NULL, BUG_NULL);
	CHECK_DIES(kmap_null, (void *)0x123450UL, BUG_NOT_A_PAGE);
}

const struct test tests[] = {
	{"kmap() and its kind nest", test_kmap},
	{"mapping I/O pages", test_io_maps},
	{"sg_kmap()", test_sg_kmap},
	{"sg_map() and sg_unmap() agree on the page", test_sg_map},
	{"copies of pages", test_page_copies},
	{"copies of I/O pages", test_page_copies_of_io},
	{"misuse ends in a named report", test_bad_input},
	{NULL, NULL},
};
