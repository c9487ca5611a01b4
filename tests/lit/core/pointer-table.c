// SPDX-License-Identifier: GPL-2.0-or-later
// A table in RAM of pointers to I/O memory: the table may be read.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct bank {
	void __iomem **regs;
	u32 **plain;
};

int bank_init(struct bank *bank, resource_size_t start)
{
	bank->regs = kcalloc(4, sizeof(*bank->regs), GFP_KERNEL);
	bank->plain = kcalloc(4, sizeof(*bank->plain), GFP_KERNEL);
	for (int i = 0; i < 4; i++) {
		bank->regs[i] = ioremap(start, 64);
		bank->plain[i] = (u32 *)ioremap(start, 64);
	}
	return 0;
}

u32 table_read_ok(struct bank *bank)
{
	return readl(bank->regs[1]);
}

u32 table_plain_bad(struct bank *bank)
{
	return *bank->plain[1];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 table_double_bad(u32 __iomem **slot)
{
	return **slot;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
