// SPDX-License-Identifier: GPL-2.0-or-later
/* A remote processor: its addresses are RAM here and I/O memory there. */
#include "internal.h"

#include <linux/io.h>
#include <linux/remoteproc.h>
#include <linux/slab.h>
#include <shim/world.h>

#define RAM_SIZE PAGE_SIZE

static void *find(struct rproc *rproc, u64 da, size_t len, bool *is_iomem)
{
	static void *ram;
	static void __iomem *io;

	(void)rproc;
	if (!ram)
		ram = (void *)get_zeroed_page(GFP_KERNEL);
	if (!io)
		io = ioremap(SHIM_BAR0, SHIM_BAR_SIZE);
	if (da < SHIM_RPROC_IO && da + len <= SHIM_RPROC_RAM + RAM_SIZE) {
		if (is_iomem)
			*is_iomem = false;
		return (char *)ram + da;
	}
	if (da < SHIM_RPROC_IO || da - SHIM_RPROC_IO + len > SHIM_BAR_SIZE)
		return NULL;
	if (is_iomem)
		*is_iomem = true;
	return (void __force *)(io + (da - SHIM_RPROC_IO));
}

static struct rproc_ops ops = {.da_to_va = find};
static struct rproc remote = {.name = "shim", .ops = &ops};

struct rproc *shim_rproc(void)
{
	INIT_LIST_HEAD(&remote.carveouts);
	return &remote;
}

/* The driver's own translation first, then what was carved out of memory. */
void *rproc_da_to_va(struct rproc *rproc, u64 da, size_t len, bool *is_iomem)
{
	struct rproc_mem_entry *carveout;
	void *va = NULL;

	if (rproc->ops->da_to_va)
		va = rproc->ops->da_to_va(rproc, da, len, is_iomem);
	if (va)
		return va;
	list_for_each_entry(carveout, &rproc->carveouts, node)
	{
		if (!carveout->va || da < carveout->da || da - carveout->da + len > carveout->len)
			continue;
		if (is_iomem)
			*is_iomem = carveout->is_iomem;
		return (char *)carveout->va + (da - carveout->da);
	}
	return NULL;
}

struct rproc *devm_rproc_alloc(struct device *dev, const char *name,
                               const struct rproc_ops *rproc_ops, const char *firmware, int len)
{
	struct rproc *rproc = kzalloc(sizeof(*rproc) + (size_t)len, GFP_KERNEL);
	struct rproc_ops *copy = kzalloc(sizeof(*copy), GFP_KERNEL);

	if (!rproc || !copy) {
		kfree(rproc);
		kfree(copy);
		return NULL;
	}
	*copy = *rproc_ops;
	rproc->name = name;
	rproc->firmware = firmware;
	rproc->ops = copy;
	rproc->dev.parent = dev;
	rproc->priv = &rproc[1];
	INIT_LIST_HEAD(&rproc->carveouts);
	return rproc;
}

int rproc_add(struct rproc *rproc)
{
	(void)rproc;
	return 0;
}
