// SPDX-License-Identifier: GPL-2.0-or-later
// Taking an address touches nothing.
// RUN: %check
#include <linux/io.h>
#include <linux/printk.h>

struct registers {
	u32 control;
	u32 status;
	u32 fifo[8];
};

void __iomem *address_member_ok(struct registers __iomem *regs)
{
	return &regs->status;
}

void __iomem *address_element_ok(struct registers __iomem *regs)
{
	return &regs->fifo[2];
}

void __iomem *address_decay_ok(struct registers __iomem *regs)
{
	return regs->fifo;
}

u32 address_member_bad(struct registers __iomem *regs)
{
	u32 *status = (u32 *)&regs->status;

	return *status;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

bool address_compare_ok(struct registers __iomem *a, struct registers __iomem *b)
{
	return a && a == b;
}

void address_print_ok(void __iomem *base)
{
	pr_info("registers at %p\n", base);
}

unsigned long address_sizeof_ok(struct registers __iomem *regs)
{
	return sizeof(regs->fifo) + sizeof(*regs) + sizeof(regs->fifo[0]);
}
