// SPDX-License-Identifier: GPL-2.0-or-later
// Functions that copy to and from lists: plain in mainline, by the mark under the proposal.
// RUN: %paired
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

struct request {
	struct scatterlist *sgl;
	unsigned int count;
};

static void make_request(struct request *request, bool is_peer)
{
	if (is_peer)
		request->sgl = pci_p2pmem_alloc_sgl(shim_pci_dev(), &request->count, PAGE_SIZE);
	else
		request->sgl = sgl_alloc(PAGE_SIZE, GFP_KERNEL, &request->count);
}

static int copy_to_list_bad(const unsigned int *in)
{
	struct request request;
	u8 bytes[32] = {0};

	make_request(&request, in[0]);
	return (int)sg_copy_from_buffer(request.sgl, request.count, bytes, sizeof(bytes));
}
SHIM_PROGRAM(copy_to_list_bad, 1);

static int copy_from_list_bad(const unsigned int *in)
{
	struct request request;
	u8 bytes[32];

	make_request(&request, in[0]);
	return (int)sg_copy_to_buffer(request.sgl, request.count, bytes, sizeof(bytes));
}
SHIM_PROGRAM(copy_from_list_bad, 1);

static int partial_copy_bad(const unsigned int *in)
{
	struct request request;
	u8 bytes[32] = {0};

	make_request(&request, in[0]);
	sg_pcopy_from_buffer(request.sgl, request.count, bytes, sizeof(bytes), 8);
	return (int)sg_pcopy_to_buffer(request.sgl, request.count, bytes, sizeof(bytes), 8);
}
SHIM_PROGRAM(partial_copy_bad, 1);

static int zero_bad(const unsigned int *in)
{
	struct request request;

	make_request(&request, in[0]);
	return (int)sg_zero_buffer(request.sgl, request.count, 32, 0);
}
SHIM_PROGRAM(zero_bad, 1);

static int tested_ok(const unsigned int *in)
{
	struct request request;
	u8 bytes[32] = {0};

	make_request(&request, in[0]);
	if (is_pci_p2pdma_page(sg_page(request.sgl)))
		return -1;
	return (int)sg_copy_from_buffer(request.sgl, request.count, bytes, sizeof(bytes));
}
SHIM_PROGRAM(tested_ok, 1);

static int driver_flag_ok(const unsigned int *in)
{
	struct request request;
	u8 bytes[32];
	bool is_peer = in[0];

	make_request(&request, is_peer);
	if (is_peer)
		return -1;
	return (int)sg_copy_to_buffer(request.sgl, request.count, bytes, sizeof(bytes));
}
SHIM_PROGRAM(driver_flag_ok, 1);

static int marked_by_hand_bad(const unsigned int *in)
{
	struct scatterlist sgl[2];
	u8 bytes[32];

	sg_init_table(sgl, 2);
	sg_set_page(&sgl[0], alloc_page(GFP_KERNEL), PAGE_SIZE, 0);
	sg_set_iomem_page(&sgl[1], p2pmem_alloc_page(shim_p2pmem()), PAGE_SIZE, 0);
	return (int)sg_pcopy_to_buffer(sgl, 1 + in[0], bytes, sizeof(bytes), PAGE_SIZE - 16);
}
SHIM_PROGRAM(marked_by_hand_bad, 1);

static int unmarked_bad(const unsigned int *in)
{
	struct scatterlist sg;
	u8 bytes[32];

	sg_init_table(&sg, 1);
	if (in[0])
		sg_set_page(&sg, p2pmem_alloc_page(shim_p2pmem()), PAGE_SIZE, 0);
	else
		sg_set_page(&sg, alloc_page(GFP_KERNEL), PAGE_SIZE, 0);
	return (int)sg_copy_to_buffer(&sg, 1, bytes, sizeof(bytes));
}
SHIM_PROGRAM(unmarked_bad, 1);

static int buffer_is_peer_bad(const unsigned int *in)
{
	struct request request;
	void *bytes = kzalloc(PAGE_SIZE, GFP_KERNEL);

	if (in[0])
		bytes = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	make_request(&request, false);
	return (int)sg_copy_to_buffer(request.sgl, request.count, bytes, 32);
}
SHIM_PROGRAM(buffer_is_peer_bad, 1);

static size_t answer(struct request *request, const void *report, size_t length)
{
	return sg_copy_from_buffer(request->sgl, request->count, report, length);
}

static int in_helper_bad(const unsigned int *in)
{
	struct request *request = kzalloc(sizeof(*request), GFP_KERNEL);
	u8 report[16] = {0};

	make_request(request, in[0]);
	return (int)answer(request, report, sizeof(report));
}
SHIM_PROGRAM(in_helper_bad, 1);

static int fallback_bad(const unsigned int *in)
{
	struct request request = {0};
	u8 report[16] = {0};

	if (in[0])
		request.sgl = p2pmem_alloc_sgl(shim_p2pmem(), &request.count, PAGE_SIZE);
	if (!request.sgl)
		request.sgl = sgl_alloc(PAGE_SIZE, GFP_KERNEL, &request.count);
	return (int)sg_copy_from_buffer(request.sgl, request.count, report, sizeof(report));
}
SHIM_PROGRAM(fallback_bad, 1);

static int iocopy_of_ram_bad(const unsigned int *in)
{
	struct request request;
	u8 bytes[32] = {0};

	make_request(&request, in[0]);
	return (int)sg_iocopy_from_buffer(request.sgl, request.count, bytes, sizeof(bytes));
}
SHIM_PROGRAM(iocopy_of_ram_bad, 1);
