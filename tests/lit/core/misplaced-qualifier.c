// SPDX-License-Identifier: GPL-2.0-or-later
// A qualifier on the pointer instead of its target is meant for the target.
// RUN: %check
#include <linux/io.h>

u32 misplaced_bad(u32 *__iomem reg)
{
	return *reg;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 misplaced_ok(u32 *__iomem reg)
{
	return readl((void __iomem *)reg);
}
