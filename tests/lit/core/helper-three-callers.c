// SPDX-License-Identifier: GPL-2.0-or-later
// Three bad callers of one helper are three findings at one access.
// RUN: %check
#include <linux/io.h>

static u32 first_word(const void *p)
{
	return *(const u32 *)p;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	// CHECK: .c:[[#@LINE-2]]:{{.*(warning|error):.*}}[iomem-deref]
	// CHECK: .c:[[#@LINE-3]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 caller_ioremap_bad(resource_size_t start)
{
	return first_word((void __force *)ioremap(start, 64));
}

u32 caller_wc_bad(resource_size_t start)
{
	return first_word((void __force *)ioremap_wc(start, 64));
}

u32 caller_parameter_bad(void __iomem *base)
{
	return first_word((void __force *)base);
}
