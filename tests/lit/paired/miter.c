// SPDX-License-Identifier: GPL-2.0-or-later
// The mapping iterator, with and without the opt-in of the proposal.
// RUN: %paired
#include <linux/io.h>
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>
#include <linux/string.h>
#include <shim/program.h>
#include <shim/world.h>

static void make_list(struct scatterlist *sgl, bool first_is_io, bool second_is_io)
{
	sg_init_table(sgl, 2);
	if (first_is_io)
		sg_set_iomem_page(&sgl[0], p2pmem_alloc_page(shim_p2pmem()), PAGE_SIZE, 0);
	else
		sg_set_page(&sgl[0], alloc_page(GFP_KERNEL), PAGE_SIZE, 0);
	if (second_is_io)
		sg_set_iomem_page(&sgl[1], p2pmem_alloc_page(shim_p2pmem()), PAGE_SIZE, 0);
	else
		sg_set_page(&sgl[1], alloc_page(GFP_KERNEL), PAGE_SIZE, 0);
}

static int no_opt_in_bad(const unsigned int *in)
{
	struct sg_mapping_iter miter;
	struct scatterlist sgl[2];

	make_list(sgl, in[0], in[1]);
	sg_miter_start(&miter, sgl, 2, SG_MITER_TO_SG);
	while (sg_miter_next(&miter))
		/* known-wrong(rfc): without the opt-in the iteration ends before I/O memory */
		memset(miter.addr, 0, 16);
	sg_miter_stop(&miter);
	return 0;
}
SHIM_PROGRAM(no_opt_in_bad, 2);

static int opt_in_dispatch(const unsigned int *in)
{
	struct sg_mapping_iter miter;
	struct scatterlist sgl[2];

	make_list(sgl, in[0], in[1]);
	sg_miter_start(&miter, sgl, 2, SG_MITER_TO_SG | SG_MITER_IOMEM);
	while (sg_miter_next(&miter)) {
		if (miter.ioaddr)
			memset_io(miter.ioaddr, 0, 16);
		else
			/* known-wrong(rfc): without the opt-in the iteration ends before I/O memory */
			memset(miter.addr, 0, 16);
	}
	sg_miter_stop(&miter);
	return 0;
}
SHIM_PROGRAM(opt_in_dispatch, 2);

static int read_first_bad(const unsigned int *in)
{
	struct sg_mapping_iter miter;
	struct scatterlist sgl[2];
	int value = 0;

	make_list(sgl, in[0], false);
	sg_miter_start(&miter, sgl, 1, SG_MITER_FROM_SG | SG_MITER_ATOMIC);
	if (sg_miter_next(&miter))
		/* known-wrong(rfc): without the opt-in the iteration ends before I/O memory */
		value = *(u8 *)miter.addr;
	sg_miter_stop(&miter);
	return value;
}
SHIM_PROGRAM(read_first_bad, 1);

static int tested_list_ok(const unsigned int *in)
{
	struct sg_mapping_iter miter;
	struct scatterlist *sgl;
	unsigned int count;

	if (in[0])
		sgl = pci_p2pmem_alloc_sgl(shim_pci_dev(), &count, PAGE_SIZE);
	else
		sgl = sgl_alloc(PAGE_SIZE, GFP_KERNEL, &count);
	if (is_pci_p2pdma_page(sg_page(sgl)))
		return -1;
	sg_miter_start(&miter, sgl, count, SG_MITER_TO_SG);
	while (sg_miter_next(&miter))
		*(u8 *)miter.addr = 1;
	sg_miter_stop(&miter);
	return 0;
}
SHIM_PROGRAM(tested_list_ok, 1);

static int skip_only_ok(const unsigned int *in)
{
	struct sg_mapping_iter miter;
	struct scatterlist sgl[2];

	make_list(sgl, in[0], in[1]);
	sg_miter_start(&miter, sgl, 2, SG_MITER_FROM_SG);
	return sg_miter_skip(&miter, 64);
}
SHIM_PROGRAM(skip_only_ok, 2);

static int page_of_iterator_bad(const unsigned int *in)
{
	struct sg_mapping_iter miter;
	struct scatterlist sgl[2];

	make_list(sgl, in[0], in[1]);
	sg_miter_start(&miter, sgl, 2, SG_MITER_FROM_SG);
	while (sg_miter_next(&miter)) {
		if (is_pci_p2pdma_page(miter.page))
			continue;
		*(u8 *)miter.addr = 1;
	}
	sg_miter_stop(&miter);
	return 0;
}
SHIM_PROGRAM(page_of_iterator_bad, 2);

static void copy_out(struct sg_mapping_iter *miter, u8 *to)
{
	while (sg_miter_next(miter))
		/* known-wrong(rfc): without the opt-in the iteration ends before I/O memory */
		memcpy(to, miter->addr, 8);
}

static int in_helper_bad(const unsigned int *in)
{
	struct sg_mapping_iter miter;
	struct scatterlist sgl[2];
	u8 bytes[8];

	make_list(sgl, in[0], in[1]);
	sg_miter_start(&miter, sgl, 2, SG_MITER_FROM_SG);
	copy_out(&miter, bytes);
	sg_miter_stop(&miter);
	return 0;
}
SHIM_PROGRAM(in_helper_bad, 2);
