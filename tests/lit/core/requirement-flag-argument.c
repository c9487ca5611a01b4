// SPDX-License-Identifier: GPL-2.0-or-later
// The flag and the pointer are passed on together.
// RUN: %check
#include <linux/remoteproc.h>
#include <linux/io.h>

static u32 read_either(const void *p, bool is_iomem)
{
	return is_iomem ? readl((const void __iomem *)p) : *(const u32 *)p;
}

u32 flag_passed_on_ok(struct rproc *rproc)
{
	bool is_iomem = false;
	void *va = rproc_da_to_va(rproc, 0, 64, &is_iomem);

	return va ? read_either(va, is_iomem) : 0;
}
