// SPDX-License-Identifier: GPL-2.0-or-later
// typeof, sizeof, offsetof and unselected _Generic arms read nothing.
// RUN: %check
#include <linux/io.h>

struct registers {
	u32 control;
	u32 data[4];
};

u32 unevaluated_typeof_ok(struct registers __iomem *regs)
{
	__typeof__(regs->control) value = readl(&regs->control);

	return value;
}

size_t unevaluated_sizeof_ok(struct registers *regs, void __iomem *base)
{
	regs = (struct registers *)base;
	return sizeof(regs->data) / sizeof(regs->data[0]) + offsetof(struct registers, data);
}

#define read_any(p) _Generic(*(p), u8: readb(p), u16: readw(p), u32: readl(p), u64: *(p))

u32 unselected_generic_ok(u32 __iomem *reg)
{
	return read_any(reg);
}

u64 selected_generic_bad(u64 __iomem *reg)
{
	return read_any(reg);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
