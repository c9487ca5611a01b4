// SPDX-License-Identifier: GPL-2.0-or-later
// A token has no page to put into a list.
// RUN: %check
#include <linux/io.h>
#include <linux/scatterlist.h>

void sg_set_buf_bad(struct scatterlist *sg, void __iomem *base)
{
	sg_set_buf(sg, (void __force *)base, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-set]
}

void sg_init_one_bad(struct scatterlist *sg, resource_size_t start)
{
	void *window = (void __force *)ioremap(start, 64);

	sg_init_one(sg, window, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[sg-iomem-set]
}

void sg_set_buf_ok(struct scatterlist *sg, void *buffer)
{
	sg_set_buf(sg, buffer, 64);
}
