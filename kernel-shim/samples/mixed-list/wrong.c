// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A driver for lists that may hold I/O entries whose test is the wrong way
 * round: it reads the I/O entries like RAM.
 */

#include <linux/device.h>
#include <linux/pci-p2pdma.h>
#include <linux/highmem.h>
#include <linux/io.h>
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

static void inline_copy_entry(u8 *to, struct scatterlist *sg, unsigned int len)
{
	if (!is_pci_p2pdma_page(sg_page(sg)))
		memset(to, 0, len);
	else
		memcpy(to, sg_virt(sg), len); /* wrong: p2pdma-access */
}

void inline_gather(struct inline_job *job)
{
	struct scatterlist *sg;
	unsigned int i, done = 0;

	for_each_sg(job->sgl, sg, job->nents, i)
	{
		unsigned int len = min(sg->length, (unsigned int)sizeof(job->data) - done);

		inline_copy_entry(job->data + done, sg, len);
		done += len;
	}
}
