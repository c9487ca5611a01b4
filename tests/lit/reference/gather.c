// SPDX-License-Identifier: GPL-2.0-or-later
// One instruction that touches sixteen pages.
// REQUIRES: avx2
// RUN: %shim-run %s | FileCheck %s --allow-empty --implicit-check-not='gather.c:'
#include <linux/io.h>
#include <linux/kernel.h>
#include <shim/program.h>
#include <shim/world.h>

#define GATHER                                                             \
	"vmovdqu %1, %%ymm1\n\tvpcmpeqd %%ymm2, %%ymm2, %%ymm2\n\t"        \
	"vpgatherdd %%ymm2, (%2,%%ymm1), %%ymm0\n\tvmovdqu %%ymm0, %0\n\t" \
	"vzeroupper"

/* Eight lanes, each across the end of a page of its own. */
int gathered(const unsigned int *in)
{
	static const u32 offsets[8] = {0, 0x2000, 0x4000, 0x6000, 0x8000, 0xa000, 0xc000, 0xe000};
	void __iomem *io = ioremap(SHIM_BAR0, 16 * PAGE_SIZE) + PAGE_SIZE - 2;
	u32 lanes[8] = {0};

	(void)in;
	writew(0x1234, io + offsets[7]);
	asm volatile(GATHER : "=m"(lanes) : "m"(offsets), "r"(io) : "xmm0", "xmm1", "xmm2");
	// CHECK: gather.c:[[#@LINE-1]]: DIRECT_ACCESS
	WARN_ON(lanes[0] || lanes[7] != 0x1234);
	return 0;
}
SHIM_PROGRAM(gathered, 0);
