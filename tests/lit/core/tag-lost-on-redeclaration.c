// SPDX-License-Identifier: GPL-2.0-or-later
// The qualifier may stand in one declaration of a function only.
// RUN: %check
#include <linux/io.h>

u32 annotated_by_prototype(const void __iomem *base);

u32 annotated_by_prototype(const void *base)
{
	return *(const u32 *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
