// SPDX-License-Identifier: GPL-2.0-or-later
// Addresses for pages, and the copies that map pages inside.
// RUN: %paired
#include <linux/bvec.h>
#include <linux/highmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>
#include <shim/program.h>
#include <shim/world.h>

static struct page *some_page(bool is_peer)
{
	if (is_peer)
		return virt_to_page(pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE));
	return alloc_page(GFP_KERNEL);
}

static int kmap_bad(const unsigned int *in)
{
	struct page *page = some_page(in[0]);
	u8 *bytes = kmap(page);

	bytes[0] = 1;
	kunmap(page);
	return 0;
}
SHIM_PROGRAM(kmap_bad, 1);

static int kmap_atomic_bad(const unsigned int *in)
{
	u8 *bytes = kmap_atomic(some_page(in[0])), value = bytes[1];

	kunmap_atomic(bytes);
	return value;
}
SHIM_PROGRAM(kmap_atomic_bad, 1);

static int kmap_local_nested_bad(const unsigned int *in)
{
	u8 *to = kmap_local_page(some_page(in[0]));
	u8 *from = kmap_local_page(some_page(in[1]));

	memcpy(to, from, 16);
	kunmap_local(from);
	kunmap_local(to);
	return 0;
}
SHIM_PROGRAM(kmap_local_nested_bad, 2);

static int kmap_unused(const unsigned int *in)
{
	u8 *bytes = kmap_local_page(some_page(in[0]));

	kunmap_local(bytes);
	return 0;
}
SHIM_PROGRAM(kmap_unused, 1);

static int page_to_virt_bad(const unsigned int *in)
{
	u8 *bytes = page_to_virt(some_page(in[0]));

	return bytes[2];
}
SHIM_PROGRAM(page_to_virt_bad, 1);

static int memcpy_to_page_bad(const unsigned int *in)
{
	char bytes[16] = {0};

	memcpy_to_page(some_page(in[0]), 0, bytes, sizeof(bytes));
	return 0;
}
SHIM_PROGRAM(memcpy_to_page_bad, 1);

static int memcpy_from_page_bad(const unsigned int *in)
{
	char bytes[16];

	memcpy_from_page(bytes, some_page(in[0]), 0, sizeof(bytes));
	return bytes[0];
}
SHIM_PROGRAM(memcpy_from_page_bad, 1);

static int memcpy_page_bad(const unsigned int *in)
{
	memcpy_page(some_page(in[0]), 0, some_page(in[1]), 0, 16);
	return 0;
}
SHIM_PROGRAM(memcpy_page_bad, 2);

static int zero_page_bad(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	memzero_page(page, 0, 16);
	memset_page(page, 16, 1, 16);
	zero_user(page, 0, 8);
	clear_highpage(page);
	return 0;
}
SHIM_PROGRAM(zero_page_bad, 1);

static int copy_highpage_bad(const unsigned int *in)
{
	copy_highpage(some_page(false), some_page(in[0]));
	return 0;
}
SHIM_PROGRAM(copy_highpage_bad, 1);

static int folio_bad(const unsigned int *in)
{
	struct folio *folio = page_folio(some_page(in[0]));
	u8 *bytes = kmap_local_folio(folio, 0);

	bytes[0] = 1;
	kunmap_local(bytes);
	return 0;
}
SHIM_PROGRAM(folio_bad, 1);

static int folio_address_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	if (is_pci_p2pdma_page(page))
		return -1;
	return *(u8 *)folio_address(page_folio(page));
}
SHIM_PROGRAM(folio_address_ok, 1);

static int vmap_bad(const unsigned int *in)
{
	struct page *pages[2] = {some_page(in[0]), some_page(in[0])};
	u8 *bytes = vmap(pages, 2, VM_MAP, PAGE_KERNEL);

	bytes[0] = 1;
	return 0;
}
SHIM_PROGRAM(vmap_bad, 1);

static int bvec_bad(const unsigned int *in)
{
	struct bio_vec bv;
	u8 *bytes;

	bvec_set_page(&bv, some_page(in[0]), 64, 0);
	bytes = bvec_kmap_local(&bv);
	bytes[0] = 1;
	kunmap_local(bytes);
	return 0;
}
SHIM_PROGRAM(bvec_bad, 1);

static int bvec_copy_bad(const unsigned int *in)
{
	struct bio_vec bv;
	char bytes[64];

	bvec_set_page(&bv, some_page(in[0]), 64, 0);
	memcpy_from_bvec(bytes, &bv);
	return bytes[0];
}
SHIM_PROGRAM(bvec_copy_bad, 1);

static int bvec_tested_ok(const unsigned int *in)
{
	struct bio_vec bv = {.bv_page = some_page(in[0]), .bv_len = 64};

	if (is_pci_p2pdma_page(bv.bv_page))
		return -1;
	memzero_bvec(&bv);
	return 0;
}
SHIM_PROGRAM(bvec_tested_ok, 1);

static int pfn_round_trip_bad(const unsigned int *in)
{
	unsigned long pfn = page_to_pfn(some_page(in[0]));

	return *(u8 *)page_address(pfn_to_page(pfn));
}
SHIM_PROGRAM(pfn_round_trip_bad, 1);

static int next_page_bad(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	return *(u8 *)page_address(nth_page(page, 0));
}
SHIM_PROGRAM(next_page_bad, 1);
