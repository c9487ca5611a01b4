// SPDX-License-Identifier: GPL-2.0-or-later
// The mapping iterator hands out an address for each entry.
// RUN: %check
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>
#include <linux/string.h>

void sg_miter_bad(struct pci_dev *pdev, void *out)
{
	struct sg_mapping_iter miter;
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	sg_miter_start(&miter, sgl, nents, SG_MITER_FROM_SG);
	while (sg_miter_next(&miter))
		// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
		out = (char *)out + miter.length;
	sg_miter_stop(&miter);
}

void sg_miter_ram_ok(void *out)
{
	struct sg_mapping_iter miter;
	unsigned int nents;
	struct scatterlist *sgl = sgl_alloc(4096, GFP_KERNEL, &nents);

	sg_miter_start(&miter, sgl, nents, SG_MITER_FROM_SG);
	while (sg_miter_next(&miter))
		memcpy(out, miter.addr, miter.length);
	sg_miter_stop(&miter);
}
