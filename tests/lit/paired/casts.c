// SPDX-License-Identifier: GPL-2.0-or-later
// A cast hides the memory from the type system, not from the MMU.
// RUN: %paired
#include <linux/err.h>
#include <linux/io.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static int through_void_bad(const unsigned int *in)
{
	void *cookie = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	u32 *word = cookie;

	return in[0] ? (int)*word : 0;
}
SHIM_PROGRAM(through_void_bad, 1);

static int through_integer_bad(const unsigned int *in)
{
	unsigned long base = (unsigned long)ioremap(SHIM_BAR0, PAGE_SIZE);

	*(u32 *)(base + 4 * in[0]) = 1;
	return 0;
}
SHIM_PROGRAM(through_integer_bad, 1);

static int through_masked_integer_bad(const unsigned int *in)
{
	uintptr_t base = (uintptr_t)ioremap(SHIM_BAR0, PAGE_SIZE);

	base &= ~(uintptr_t)0xf;
	if (in[0])
		return *(u8 *)base;
	return 0;
}
SHIM_PROGRAM(through_masked_integer_bad, 1);

static int cast_back_ok(const unsigned int *in)
{
	void *cookie = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	void __iomem *regs = (void __iomem __force *)cookie;

	return (int)readl(regs + 4 * in[0]);
}
SHIM_PROGRAM(cast_back_ok, 1);

static int integer_and_back_ok(const unsigned int *in)
{
	unsigned long base = (unsigned long)ioremap(SHIM_BAR0, PAGE_SIZE);

	writel(in[0], (void __iomem *)(base + 8));
	return 0;
}
SHIM_PROGRAM(integer_and_back_ok, 1);

static int ram_named_iomem_bad(const unsigned int *in)
{
	void __iomem *regs = (void __iomem __force *)kzalloc(64, GFP_KERNEL);

	return in[0] ? (int)readl(regs) : 0;
}
SHIM_PROGRAM(ram_named_iomem_bad, 1);

static int ram_and_back_ok(const unsigned int *in)
{
	void __iomem *regs = (void __iomem __force *)kzalloc(64, GFP_KERNEL);

	return in[0] ? *(int __force *)regs : 0;
}
SHIM_PROGRAM(ram_and_back_ok, 1);

static int err_ptr_between_bad(const unsigned int *in)
{
	void __iomem *regs = in[0] ? IOMEM_ERR_PTR(-ENOMEM) : ioremap(SHIM_BAR0, PAGE_SIZE);

	if (IS_ERR(regs))
		return (int)PTR_ERR(regs);
	return *(int __force *)regs;
}
SHIM_PROGRAM(err_ptr_between_bad, 1);

static int const_and_volatile_bad(const unsigned int *in)
{
	const volatile void __iomem *regs = ioremap(SHIM_BAR0, PAGE_SIZE);
	const volatile u8 *bytes = (const volatile u8 __force *)regs;

	return bytes[in[0]];
}
SHIM_PROGRAM(const_and_volatile_bad, 1);

static int conditional_bad(const unsigned int *in)
{
	u8 *ram = kzalloc(64, GFP_KERNEL);
	u8 *window = (u8 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	u8 *target = in[0] ? window : ram;

	target[1] = 1;
	return 0;
}
SHIM_PROGRAM(conditional_bad, 1);

static int pointer_arithmetic_bad(const unsigned int *in)
{
	u8 *window = (u8 __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	u8 *end = window + 64;

	return *(end - 1 - in[0]);
}
SHIM_PROGRAM(pointer_arithmetic_bad, 1);
