// SPDX-License-Identifier: GPL-2.0-or-later
// Which of two pointers is set says which kind of memory there is.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct window {
	void __iomem *regs;
	u32 *shadow;
};

u32 null_as_mode_ok(struct window *window)
{
	if (window->regs)
		return readl(window->regs);
	return window->shadow[0];
}

u32 null_as_mode_bad(struct window *window)
{
	if (window->regs)
		return *(u32 *)window->regs;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return window->shadow[0];
}
