/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mirrors of an address space. */
#ifndef SHIM_LINUX_HMM_H
#define SHIM_LINUX_HMM_H

#include <linux/mm.h>

#define HMM_PFN_VALID (1UL << 63)

struct hmm_range {
	unsigned long start;
	unsigned long end;
	unsigned long *hmm_pfns;
};

int hmm_range_fault(struct hmm_range *range);
struct page *hmm_pfn_to_page(unsigned long hmm_pfn);

#endif
