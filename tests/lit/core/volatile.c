// SPDX-License-Identifier: GPL-2.0-or-later
// volatile is no accessor.
// RUN: %check
#include <linux/io.h>

struct uart {
	u8 data;
	u8 status;
};

u8 volatile_bad(struct uart __iomem *regs)
{
	volatile struct uart *uart = (volatile struct uart *)regs;

	while (!(uart->status & 1))
		// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
		;
	return uart->data;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u8 volatile_ok(struct uart __iomem *regs)
{
	while (!(readb(&regs->status) & 1))
		;
	return readb(&regs->data);
}
