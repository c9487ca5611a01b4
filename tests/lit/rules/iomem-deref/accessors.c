// SPDX-License-Identifier: GPL-2.0-or-later
// The accessors are the right way, and what they return is a number.
// RUN: %check
#include <linux/io.h>
#include <linux/iopoll.h>

u32 accessors_read_ok(void __iomem *base)
{
	return readb(base) + readw(base) + readl(base) + (u32)readq(base) + ioread8(base) +
	       ioread16(base) + ioread32(base) + ioread32be(base) + readl_relaxed(base);
}

void accessors_write_ok(void __iomem *base)
{
	writeb(1, base);
	writew(1, base);
	writel(1, base);
	writeq(1, base);
	iowrite8(1, base);
	iowrite32(1, base);
	iowrite32be(1, base);
	writel_relaxed(1, base);
}

void accessors_block_ok(void __iomem *base, void *buffer)
{
	memcpy_fromio(buffer, base, 64);
	memcpy_toio(base, buffer, 64);
	memset_io(base, 0, 64);
	readsl(base, buffer, 16);
	iowrite32_rep(base, buffer, 16);
	__iowrite32_copy(base, buffer, 16);
}

int accessors_poll_ok(void __iomem *base)
{
	u32 value;

	return readl_poll_timeout(base, value, value & 1, 1, 100);
}
