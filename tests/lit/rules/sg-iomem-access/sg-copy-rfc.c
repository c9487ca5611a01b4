// SPDX-License-Identifier: GPL-2.0-or-later
// Under the sg-iomem proposal the copy functions dispatch on each entry.
// RUN: %check-rfc
#include <linux/p2pmem.h>
#include <linux/scatterlist.h>

size_t sg_copy_rfc_ok(struct p2pmem_dev *p, void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(p, &nents, 4096);

	return sg_copy_to_buffer(sgl, nents, buffer, 4096);
}

void *sg_virt_rfc_bad(struct p2pmem_dev *p)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(p, &nents, 4096);

	return sg_virt(sgl);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-access]
}

void *sg_virt_guarded_rfc_ok(struct p2pmem_dev *p)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(p, &nents, 4096);

	if (sg_is_iomem(sgl))
		return NULL;
	return sg_virt(sgl);
}
