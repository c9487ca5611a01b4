// SPDX-License-Identifier: GPL-2.0-or-later
// From a marked scatterlist entry to a pointer; the access is the finding.
// RUN: %check
#include <linux/highmem.h>
#include <linux/p2pmem.h>
#include <linux/scatterlist.h>

u32 sg_virt_bad(struct p2pmem_dev *p)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(p, &nents, 4096);

	return *(u32 *)sg_virt(sgl);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-access]
}

u32 sg_page_kmap_bad(struct p2pmem_dev *p)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(p, &nents, 4096);
	u32 *words = kmap(sg_page(sgl));

	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-access]
}

u32 sg_walk_bad(struct p2pmem_dev *p)
{
	struct scatterlist *sg, *sgl;
	unsigned int nents, i;
	u32 total = 0;

	sgl = p2pmem_alloc_sgl(p, &nents, 4096);
	for_each_sg(sgl, sg, nents, i) total += *(u32 *)sg_virt(sg);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-access]
	return total;
}

void sg_names_only_ok(struct p2pmem_dev *p)
{
	unsigned int nents;
	struct scatterlist *sgl = p2pmem_alloc_sgl(p, &nents, 4096);

	p2pmem_free(p, sg_virt(sgl), sgl->length);
}

dma_addr_t sg_phys_ok(struct p2pmem_dev *p)
{
	unsigned int nents;

	return sg_phys(p2pmem_alloc_sgl(p, &nents, 4096));
}
