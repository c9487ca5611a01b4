// SPDX-License-Identifier: GPL-2.0-or-later
#include <linux/io.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static int window(const unsigned int *in)
{
	u8 *bytes = (u8 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	return bytes[in[0]]; /* touched */
}
SHIM_PROGRAM(window, 1);

static int ram(const unsigned int *in)
{
	u8 *bytes = kzalloc(PAGE_SIZE, GFP_KERNEL);

	return bytes[in[0]]; /* touched */
}
SHIM_PROGRAM(ram, 1);

/* Two programs without a mistake, which make the file long enough for two marks. */

static int accessor(const unsigned int *in)
{
	void __iomem *regs = ioremap(SHIM_BAR0, PAGE_SIZE);

	return (int)readb(regs + in[0]);
}
SHIM_PROGRAM(accessor, 1);

static int buffer(const unsigned int *in)
{
	u8 *bytes = kzalloc(PAGE_SIZE, GFP_KERNEL);

	bytes[0] = (u8)in[0];
	return bytes[0];
}
SHIM_PROGRAM(buffer, 1);
