// SPDX-License-Identifier: GPL-2.0-or-later
// Plain loads and stores of what ioremap() returned, in every spelling.
// RUN: %paired
#include <linux/compiler.h>
#include <linux/io.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

struct registers {
	u32 control;
	u32 status;
	u32 enable : 1;
	u32 mode : 3;
	u8 fifo[16];
};

static int load_bad(const unsigned int *in)
{
	void __iomem *regs = ioremap(SHIM_BAR0, PAGE_SIZE);

	return in[0] ? (int)readl(regs) : *(int __force *)regs;
}
SHIM_PROGRAM(load_bad, 1);

static int store_bad(const unsigned int *in)
{
	u32 *regs = (u32 __force *)ioremap_wc(SHIM_BAR0, PAGE_SIZE);

	if (in[0])
		regs[2] = 1;
	return 0;
}
SHIM_PROGRAM(store_bad, 1);

static int member_bad(const unsigned int *in)
{
	struct registers *regs = (struct registers __force *)pci_iomap(shim_pci_dev(), 0, 0);

	regs->control = in[0];
	return (int)regs->status;
}
SHIM_PROGRAM(member_bad, 1);

static int bit_field_bad(const unsigned int *in)
{
	struct registers *regs = (struct registers __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	regs->mode = in[0];
	return 0;
}
SHIM_PROGRAM(bit_field_bad, 1);

static int record_copy_bad(const unsigned int *in)
{
	struct registers *regs = (struct registers __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	struct registers copy = {0};

	if (in[0])
		copy = *regs;
	return (int)copy.status;
}
SHIM_PROGRAM(record_copy_bad, 1);

static int array_member_bad(const unsigned int *in)
{
	struct registers *regs = (struct registers __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	u8 *fifo = regs->fifo;
	int sum = 0;

	for (unsigned int i = 0; i < 4 * in[0]; i++)
		sum += fifo[i];
	return sum;
}
SHIM_PROGRAM(array_member_bad, 1);

static int compound_assignment_bad(const unsigned int *in)
{
	u32 *regs = (u32 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	regs += in[0];
	*regs |= 4;
	return 0;
}
SHIM_PROGRAM(compound_assignment_bad, 1);

static int increment_bad(const unsigned int *in)
{
	u32 *regs = (u32 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	if (!in[0])
		return 0;
	(*regs)++;
	return 0;
}
SHIM_PROGRAM(increment_bad, 1);

static int read_once_bad(const unsigned int *in)
{
	struct registers *regs = (struct registers __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	return in[0] ? (int)READ_ONCE(regs->status) : 0;
}
SHIM_PROGRAM(read_once_bad, 1);

static int write_once_bad(const unsigned int *in)
{
	struct registers *regs = (struct registers __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	WRITE_ONCE(regs->control, in[0]);
	return 0;
}
SHIM_PROGRAM(write_once_bad, 1);

static int store_release_bad(const unsigned int *in)
{
	u32 *doorbell = (u32 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	smp_store_release(doorbell, in[0]);
	return 0;
}
SHIM_PROGRAM(store_release_bad, 1);

static int address_of_member_ok(const unsigned int *in)
{
	struct registers __iomem *regs = ioremap(SHIM_BAR0, PAGE_SIZE);
	u32 __iomem *status = &regs->status;

	return (int)readl(status + in[0]);
}
SHIM_PROGRAM(address_of_member_ok, 1);

static int compared_only_ok(const unsigned int *in)
{
	void __iomem *regs = ioremap(SHIM_BAR0, PAGE_SIZE);
	void *address = (void __force *)regs;

	return in[0] && address != NULL;
}
SHIM_PROGRAM(compared_only_ok, 1);

static int condition_bad(const unsigned int *in)
{
	u32 *regs = (u32 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	if (in[0] && *regs)
		return 1;
	return 0;
}
SHIM_PROGRAM(condition_bad, 1);

static int word_loop_bad(const unsigned int *in)
{
	u32 *from = (u32 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	u32 *to = kzalloc(64, GFP_KERNEL);
	unsigned int i;

	for (i = 0; i < 2 + in[0]; i++)
		to[i] = from[i];
	return (int)to[0];
}
SHIM_PROGRAM(word_loop_bad, 1);
