// SPDX-License-Identifier: GPL-2.0-or-later
// Under the proposal I/O pages go in with their mark.
// RUN: %check-rfc
#include <linux/p2pmem.h>
#include <linux/scatterlist.h>

void set_page_unmarked_bad(struct scatterlist *sg, struct p2pmem_dev *p)
{
	sg_set_page(sg, p2pmem_alloc_page(p), 4096, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-set]
}

void set_iomem_page_ok(struct scatterlist *sg, struct p2pmem_dev *p)
{
	sg_set_iomem_page(sg, p2pmem_alloc_page(p), 4096, 0);
}
