// SPDX-License-Identifier: GPL-2.0-or-later
// Tests of a page's kind in all their forms, right and wrong.
// RUN: %paired
#include <linux/bug.h>
#include <linux/highmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static struct page *some_page(bool is_peer)
{
	if (is_peer)
		return virt_to_page(pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE));
	return alloc_page(GFP_KERNEL);
}

static void touch_direct(struct page *page)
{
	/* known-missed(rfc): page_address() of what some callers give is possible only */
	u8 *bytes = page_address(page);

	bytes[0] = 1;
}

static int untested_bad(const unsigned int *in)
{
	touch_direct(some_page(in[0]));
	return 0;
}
SHIM_PROGRAM(untested_bad, 1);

static int early_return_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	if (is_pci_p2pdma_page(page))
		return -1;
	return *(u8 *)page_address(page);
}
SHIM_PROGRAM(early_return_ok, 1);

static int negated_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);
	int value = 0;

	if (!is_pci_p2pdma_page(page))
		value = *(u8 *)page_address(page);
	return value;
}
SHIM_PROGRAM(negated_ok, 1);

static int inverted_bad(const unsigned int *in)
{
	struct page *page = some_page(in[0]);
	u8 *bytes;

	if (!is_pci_p2pdma_page(page))
		return 0;
	bytes = kmap_local_page(page);
	bytes[0] = 1;
	kunmap_local(bytes);
	return 0;
}
SHIM_PROGRAM(inverted_bad, 1);

static int stored_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);
	bool is_peer = is_pci_p2pdma_page(page);
	u32 sum = 0;

	if (in[1])
		sum++;
	if (!is_peer)
		sum += *(u8 *)page_address(page);
	return (int)sum;
}
SHIM_PROGRAM(stored_ok, 2);

static int stored_twice_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);
	int kind = is_pci_p2pdma_page(page) ? 2 : 1;
	bool is_ram = kind == 1;

	return is_ram ? *(u8 *)page_address(page) : 0;
}
SHIM_PROGRAM(stored_twice_ok, 1);

static int combined_and_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	if (in[1] && !is_pci_p2pdma_page(page))
		return *(u8 *)page_address(page);
	return 0;
}
SHIM_PROGRAM(combined_and_ok, 2);

static int combined_or_bad(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	if (in[1] || !is_pci_p2pdma_page(page))
		return *(u8 *)page_address(page);
	return 0;
}
SHIM_PROGRAM(combined_or_bad, 2);

static int exit_or_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	if (in[1] || is_pci_p2pdma_page(page))
		return 0;
	return *(u8 *)page_address(page);
}
SHIM_PROGRAM(exit_or_ok, 2);

static int exit_and_bad(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	if (in[1] && is_pci_p2pdma_page(page))
		return 0;
	return *(u8 *)page_address(page);
}
SHIM_PROGRAM(exit_and_bad, 2);

static bool may_touch(struct page *page)
{
	return !is_pci_p2pdma_page(page);
}

static int helper_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	return may_touch(page) ? *(u8 *)page_address(page) : 0;
}
SHIM_PROGRAM(helper_ok, 1);

static int validate(struct page *page)
{
	if (is_pci_p2pdma_page(page))
		return -EINVAL;
	return 0;
}

static int helper_with_errno_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);
	int error = validate(page);

	if (error)
		return error;
	return *(u8 *)page_address(page);
}
SHIM_PROGRAM(helper_with_errno_ok, 1);

static int helper_ignored_bad(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	validate(page);
	return *(u8 *)page_address(page);
}
SHIM_PROGRAM(helper_ignored_bad, 1);

static int wrong_object_bad(const unsigned int *in)
{
	struct page *a = some_page(in[0]), *b = some_page(in[1]);

	if (is_pci_p2pdma_page(a))
		return 0;
	return *(u8 *)page_address(b);
}
SHIM_PROGRAM(wrong_object_bad, 2);

static int stale_bad(const unsigned int *in)
{
	struct page *page = some_page(false);
	bool is_peer = is_pci_p2pdma_page(page);

	if (in[0])
		page = some_page(true);
	return is_peer ? 0 : *(u8 *)page_address(page);
}
SHIM_PROGRAM(stale_bad, 1);

static int warn_on_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	if (WARN_ON(is_pci_p2pdma_page(page)))
		return -1;
	return *(u8 *)page_address(page);
}
SHIM_PROGRAM(warn_on_ok, 1);

static int unlikely_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	if (unlikely(is_pci_p2pdma_page(page)))
		return -1;
	return *(u8 *)page_address(page);
}
SHIM_PROGRAM(unlikely_ok, 1);

static int switch_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);

	switch ((int)is_pci_p2pdma_page(page)) {
	case 0:
		return *(u8 *)page_address(page);
	default:
		return -1;
	}
}
SHIM_PROGRAM(switch_ok, 1);

static int goto_ok(const unsigned int *in)
{
	struct page *page = some_page(in[0]);
	int value = -1;

	if (is_pci_p2pdma_page(page))
		goto out;
	value = *(u8 *)page_address(page);
out:
	return value;
}
SHIM_PROGRAM(goto_ok, 1);

struct request {
	struct page *page;
	bool is_peer;
};

static void complete(struct request *request)
{
	if (!request->is_peer)
		*(u8 *)page_address(request->page) = 1;
}

static int field_ok(const unsigned int *in)
{
	struct request request;

	request.page = some_page(in[0]);
	request.is_peer = is_pci_p2pdma_page(request.page);
	complete(&request);
	return 0;
}
SHIM_PROGRAM(field_ok, 1);

static int loop_of_pages_bad(const unsigned int *in)
{
	struct page *pages[2] = {some_page(in[0]), some_page(in[1])};

	for (int i = 0; i < 2; i++) {
		if (is_pci_p2pdma_page(pages[0]))
			break;
		*(u8 *)page_address(pages[i]) = 1;
	}
	return 0;
}
SHIM_PROGRAM(loop_of_pages_bad, 2);

static int loop_of_pages_ok(const unsigned int *in)
{
	struct page *pages[2] = {some_page(in[0]), some_page(in[1])};

	for (int i = 0; i < 2; i++) {
		if (is_pci_p2pdma_page(pages[i]))
			continue;
		*(u8 *)page_address(pages[i]) = 1;
	}
	return 0;
}
SHIM_PROGRAM(loop_of_pages_ok, 2);
