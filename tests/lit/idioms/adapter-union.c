// SPDX-License-Identifier: GPL-2.0-or-later
// One union holds the registers of one type of adapter or the queues in RAM of
// another; the type tells which, often a few calls away (drivers/scsi/arcmsr).
// RUN: %check
#include <linux/dma-mapping.h>
#include <linux/io.h>

enum { TYPE_REGS, TYPE_QUEUES };

struct adapter_regs {
	u32 doorbell;
};

struct adapter_queues {
	u32 __iomem *doorbell;
	u32 index;
};

struct adapter {
	struct device *dev;
	int type;
	union {
		struct adapter_regs __iomem *regs;
		struct adapter_queues *queues;
	};
	void __iomem *base;
	dma_addr_t dma;
};

static bool map_registers(struct adapter *adapter, phys_addr_t start)
{
	switch (adapter->type) {
	case TYPE_REGS:
		adapter->regs = ioremap(start, 64);
		return adapter->regs != NULL;
	case TYPE_QUEUES:
		adapter->base = ioremap(start, 64);
		return adapter->base != NULL;
	}
	return false;
}

static bool alloc_queues(struct adapter *adapter)
{
	if (adapter->type != TYPE_QUEUES)
		return true;
	adapter->queues = dma_alloc_coherent(adapter->dev, 4096, &adapter->dma, GFP_KERNEL);
	if (!adapter->queues)
		return false;
	adapter->queues->doorbell = adapter->base;
	return true;
}

static u32 start_queues(struct adapter *adapter)
{
	struct adapter_queues *queues = adapter->queues;

	queues->index = 0;
	return readl(queues->doorbell);
}

static u32 start(struct adapter *adapter)
{
	switch (adapter->type) {
	case TYPE_REGS: return readl(&adapter->regs->doorbell);
	case TYPE_QUEUES: return start_queues(adapter);
	default: return 0;
	}
}

u32 probe_ok(struct adapter *adapter, phys_addr_t start_address, int type)
{
	adapter->type = type;
	if (!map_registers(adapter, start_address) || !alloc_queues(adapter))
		return 0;
	return start(adapter);
}

u32 later_queues_ok(struct adapter *adapter)
{
	return adapter->type == TYPE_QUEUES ? adapter->queues->index : 0;
}

u32 later_regs_bad(struct adapter *adapter)
{
	return adapter->type == TYPE_REGS ? *(__force u32 *)&adapter->regs->doorbell : 0;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void late_queues_ok(struct adapter *adapter)
{
	adapter->queues = dma_alloc_coherent(adapter->dev, 4096, &adapter->dma, GFP_KERNEL);
}

void late_regs_ok(struct adapter *adapter)
{
	writel(1, &adapter->regs->doorbell);
}
