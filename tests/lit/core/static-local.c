// SPDX-License-Identifier: GPL-2.0-or-later
// A static local keeps what an earlier call stored.
// RUN: %check
#include <linux/io.h>

u32 static_local_bad(resource_size_t start)
{
	static void *window;

	if (!window)
		window = (void __force *)ioremap(start, 64);
	return *(u32 *)window;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 static_local_ok(resource_size_t start)
{
	static void __iomem *window;

	if (!window)
		window = ioremap(start, 64);
	return readl(window);
}
