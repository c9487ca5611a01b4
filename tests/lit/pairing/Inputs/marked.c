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

	/* never-warns: it is RAM, and the checker of this test does not know */
	return bytes[in[0]]; /* touched */
}
SHIM_PROGRAM(ram, 1);
