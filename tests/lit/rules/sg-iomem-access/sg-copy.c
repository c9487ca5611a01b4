// SPDX-License-Identifier: GPL-2.0-or-later
// Marked entries: in today's kernel the copy functions map each entry and copy with the CPU.
// RUN: %check
#include <linux/p2pmem.h>
#include <linux/scatterlist.h>

size_t sg_copy_to_buffer_bad(struct p2pmem_dev *p, void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(p, &nents, 4096);

	return sg_copy_to_buffer(sgl, nents, buffer, 4096);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-access]
}

size_t sg_pcopy_from_buffer_bad(struct p2pmem_dev *p, const void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(p, &nents, 4096);

	return sg_pcopy_from_buffer(sgl, nents, buffer, 64, 128);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-access]
}

size_t sg_zero_buffer_bad(struct p2pmem_dev *p)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(p, &nents, 4096);

	return sg_zero_buffer(sgl, nents, 4096, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-access]
}

size_t sg_copy_ram_ok(void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = sgl_alloc(4096, GFP_KERNEL, &nents);

	return sg_copy_to_buffer(sgl, nents, buffer, 4096);
}
