// SPDX-License-Identifier: GPL-2.0-or-later
// A da_to_va operation that returns I/O memory and does not say so.
// RUN: %check
#include <linux/io.h>
#include <linux/remoteproc.h>

struct core {
	void __iomem *sram;
};

static void *core_da_to_va(struct rproc *rproc, u64 da, size_t len, bool *is_iomem)
{
	struct core *core = rproc->priv;

	if (is_iomem)
		*is_iomem = true;
	return (void __force *)(core->sram + da);
}

const struct rproc_ops core_ops = {
	.da_to_va = core_da_to_va,
};

u32 op_flag_ok(struct rproc *rproc)
{
	bool is_iomem = false;
	void *va = core_da_to_va(rproc, 0, 64, &is_iomem);

	return is_iomem ? readl((void __iomem *)va) : *(u32 *)va;
}

u32 op_flag_bad(struct rproc *rproc)
{
	return *(u32 *)core_da_to_va(rproc, 0, 64, NULL);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
