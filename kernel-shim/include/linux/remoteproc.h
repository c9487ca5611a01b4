/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Loading firmware into another processor. */
#ifndef SHIM_LINUX_REMOTEPROC_H
#define SHIM_LINUX_REMOTEPROC_H

#include <linux/device.h>
#include <linux/list.h>

struct firmware;
struct rproc;

struct rproc_mem_entry {
	void *va;
	bool is_iomem;
	dma_addr_t dma;
	size_t len;
	u32 da;
	void *priv;
	char name[32];
	struct list_head node;
};

struct rproc_ops {
	int (*prepare)(struct rproc *rproc);
	int (*start)(struct rproc *rproc);
	int (*stop)(struct rproc *rproc);
	void *(*da_to_va)(struct rproc *rproc, u64 da, size_t len, bool *is_iomem);
	int (*load)(struct rproc *rproc, const struct firmware *fw);
};

struct rproc {
	struct list_head node;
	const char *name;
	const char *firmware;
	void *priv;
	struct rproc_ops *ops;
	struct device dev;
	struct list_head carveouts;
};

struct rproc *devm_rproc_alloc(struct device *dev, const char *name, const struct rproc_ops *ops,
                               const char *firmware, int len);
void *rproc_da_to_va(struct rproc *rproc, u64 da, size_t len, bool *is_iomem);
int rproc_add(struct rproc *rproc);

#endif
