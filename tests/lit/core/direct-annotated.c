// SPDX-License-Identifier: GPL-2.0-or-later
// What is declared __iomem is I/O memory without any call that made it.
// RUN: %check
#include <linux/io.h>

struct registers {
	u32 control;
	u32 status;
};

struct device_state {
	struct registers __iomem *regs;
};

u32 annotated_parameter_bad(struct registers __iomem *regs)
{
	return regs->status;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void annotated_store_bad(struct registers __iomem *regs)
{
	regs->control = 1;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 annotated_field_bad(struct device_state *state)
{
	return state->regs->status;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 annotated_field_ok(struct device_state *state)
{
	return readl(&state->regs->status);
}

u32 annotated_prefix_bad(__iomem u32 *reg)
{
	return *reg;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
