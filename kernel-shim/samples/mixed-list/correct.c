// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A driver for lists that may hold I/O entries.  It asks the page frame number of
 * each entry what it is: an I/O entry is read through a window, which needs no
 * struct page, and any other one by its address.
 */

#include <linux/device.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/pci-p2pdma.h>
#include <linux/pfn_t.h>
#include <linux/scatterlist.h>
#include <linux/string.h>

struct inline_job {
	struct pci_dev *peer;
	struct scatterlist *sgl;
	unsigned int nents;
	u8 data[512];
};

/* The operands come from the peer when it has memory to spare. */
int inline_job_prepare(struct inline_job *job, u32 length)
{
	if (job->peer)
		job->sgl = pci_p2pmem_alloc_sgl(job->peer, &job->nents, length);
	else
		job->sgl = sgl_alloc(length, GFP_KERNEL, &job->nents);
	return job->sgl ? 0 : -ENOMEM;
}

static int inline_copy_entry(u8 *to, struct scatterlist *sg, unsigned int len)
{
	pfn_t pfn = sg_pfn_t(sg);
	void __iomem *window;

	if (!pfn_t_is_iomem(pfn)) {
		memcpy(to, (u8 *)pfn_t_to_virt(pfn) + sg->offset, len);
		return 0;
	}
	window = ioremap(pfn_t_to_phys(pfn) + sg->offset, len);
	if (!window)
		return -ENOMEM;
	memcpy_fromio(to, window, len);
	iounmap(window);
	return 0;
}

/* Reads the list, which may hold entries of both kinds, without a DMA engine. */
int inline_gather(struct inline_job *job)
{
	struct scatterlist *sg;
	unsigned int i, done = 0;
	int ret = 0;

	for_each_sg(job->sgl, sg, job->nents, i)
	{
		unsigned int len = min(sg->length, (unsigned int)sizeof(job->data) - done);

		ret = inline_copy_entry(job->data + done, sg, len);
		if (ret)
			break;
		done += len;
	}
	return ret;
}
