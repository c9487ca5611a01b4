// SPDX-License-Identifier: GPL-2.0-or-later
// The same index on both sides names the same element.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct queue {
	bool in_bar;
	u32 *entries;
};

struct controller {
	struct queue queues[4];
};

void queue_alloc(struct queue *queue, resource_size_t start)
{
	if (queue->in_bar)
		queue->entries = (u32 *)ioremap(start, 64);
	else
		queue->entries = kmalloc(64, GFP_KERNEL);
}

u32 element_ok(struct controller *ctrl, int i)
{
	struct queue *queue = &ctrl->queues[i];

	if (queue->in_bar)
		return readl((void __iomem *)queue->entries);
	return queue->entries[0];
}

u32 element_bad(struct controller *ctrl, int i)
{
	struct queue *queue = &ctrl->queues[i];

	return queue->entries[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
