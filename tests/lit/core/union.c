// SPDX-License-Identifier: GPL-2.0-or-later
// Arms of a union are one memory.
// RUN: %check
#include <linux/io.h>

union handle {
	void *pointer;
	unsigned long number;
	void __iomem *regs;
};

u32 union_arm_bad(resource_size_t start)
{
	union handle handle;

	handle.regs = ioremap(start, 64);
	return *(u32 *)handle.pointer;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 union_number_bad(resource_size_t start)
{
	union handle handle;

	handle.number = (unsigned long)ioremap(start, 64);
	return *(u32 *)handle.pointer;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 union_ok(resource_size_t start)
{
	union handle handle;

	handle.number = (unsigned long)ioremap(start, 64);
	return readl(handle.regs);
}
