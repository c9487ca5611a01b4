// SPDX-License-Identifier: GPL-2.0-or-later
// A driver that handles I/O entries: the wrong one's mistakes, and silence on the correct one.
// RUN: %check-sample mixed-list %s
#ifndef PART
#define PART "../../../kernel-shim/samples/mixed-list/correct.c"
#endif
#include PART

#include <linux/p2pmem.h>
#include <shim/program.h>
#include <shim/world.h>

int allocated(const unsigned int *in)
{
	static struct inline_job job;

	job.peer = in[0] ? shim_pci_dev() : NULL;
	if (inline_job_prepare(&job, 2 * PAGE_SIZE))
		return -1;
	return inline_gather(&job);
}
SHIM_PROGRAM(allocated, 1);

/* By hand: RAM, an I/O page, and where entries without a page can be, one of those. */
int by_hand(const unsigned int *in)
{
	static struct scatterlist list[3];
	static struct inline_job job = {.sgl = list, .nents = 3};

	sg_init_table(list, 3);
	sg_set_page(&list[0], alloc_page(GFP_KERNEL), 64, 32);
	sg_set_iomem_page(&list[in[0]], p2pmem_alloc_page(shim_p2pmem()), 64, 32);
	sg_set_page(&list[1 + !in[0]], alloc_page(GFP_KERNEL), 64, 0);
#ifdef SHIM_CARRIER_PFN_T
	if (in[1])
		sg_set_pfn(&list[2], phys_to_pfn_t(SHIM_BAR0, PFN_DEV | PFN_IOMEM), 64, 0);
#endif
	return inline_gather(&job);
}
SHIM_PROGRAM(by_hand, 2);
