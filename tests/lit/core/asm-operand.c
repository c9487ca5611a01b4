// SPDX-License-Identifier: GPL-2.0-or-later
// Memory operands of inline assembly are accesses; registers are not.
// RUN: %check
#include <linux/io.h>

u32 asm_memory_input_bad(void __iomem *base)
{
	u32 *reg = (u32 *)base;
	u32 value;

	__asm__ volatile("movl %1, %0" : "=r"(value) : "m"(*reg));
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return value;
}

void asm_memory_output_bad(void __iomem *base)
{
	u32 *reg = (u32 *)base;

	__asm__ volatile("movl $1, %0" : "=m"(*reg));
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

unsigned long asm_register_ok(void __iomem *base)
{
	unsigned long value;

	__asm__("mov %1, %0" : "=r"(value) : "r"(base));
	return value;
}
