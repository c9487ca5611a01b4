// SPDX-License-Identifier: GPL-2.0-or-later
// A da_to_va that returns its SRAM and never says that it is I/O memory
// (drivers/remoteproc/keystone_remoteproc.c and others).
// RUN: %check
#include <linux/io.h>
#include <linux/remoteproc.h>
#include <linux/string.h>

struct dsp_mem {
	void __iomem *cpu_addr;
	size_t size;
};

struct dsp {
	struct dsp_mem mem[2];
};

static void *dsp_da_to_va(struct rproc *rproc, u64 da, size_t len, bool *is_iomem)
{
	struct dsp *dsp = rproc->priv;
	void __iomem *va = NULL;

	for (int i = 0; i < 2; i++) {
		if (da < dsp->mem[i].size) {
			va = dsp->mem[i].cpu_addr + da;
			break;
		}
	}
	return (__force void *)va;
}

void dsp_load_bad(struct rproc *rproc, const void *image)
{
	bool is_iomem = false;
	void *to = dsp_da_to_va(rproc, 0, 64, &is_iomem);

	if (!to)
		return;
	if (is_iomem)
		memcpy_toio((void __iomem *)to, image, 64);
	else
		memcpy(to, image, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}
