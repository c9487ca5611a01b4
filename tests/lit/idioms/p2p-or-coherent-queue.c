// SPDX-License-Identifier: GPL-2.0-or-later
// A queue in the controller's memory, or in RAM where that fails, chosen in one
// function that is called from several (drivers/nvme/host/pci.c).
// RUN: %check
#include <linux/dma-mapping.h>
#include <linux/pci-p2pdma.h>
#include <linux/string.h>

struct queue {
	struct device *dev;
	void *commands;
	dma_addr_t dma;
};

static int alloc_commands(struct pci_dev *pdev, struct queue *queue, int qid)
{
	if (qid) {
		queue->commands = pci_alloc_p2pmem(pdev, 4096);
		if (queue->commands) {
			queue->dma = pci_p2pmem_virt_to_bus(pdev, queue->commands);
			if (queue->dma)
				return 0;
			pci_free_p2pmem(pdev, queue->commands, 4096);
		}
	}
	queue->commands = dma_alloc_coherent(queue->dev, 4096, &queue->dma, GFP_KERNEL);
	return queue->commands ? 0 : -ENOMEM;
}

static int alloc_queue(struct pci_dev *pdev, struct queue *queues, int qid, int have)
{
	return have > qid ? 0 : alloc_commands(pdev, &queues[qid], qid);
}

int alloc_admin_queue(struct pci_dev *pdev, struct queue *queues)
{
	return alloc_queue(pdev, queues, 0, 0);
}

int alloc_io_queue(struct pci_dev *pdev, struct queue *queues, int qid)
{
	return alloc_queue(pdev, queues, qid, 1);
}

void copy_command_bad(struct queue *queue, const void *command)
{
	memcpy(queue->commands, command, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}
