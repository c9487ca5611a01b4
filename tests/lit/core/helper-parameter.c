// SPDX-License-Identifier: GPL-2.0-or-later
// The access in a helper is the finding; whoever gave it I/O memory is its cause.
// RUN: %check
#include <linux/io.h>

static u32 sum(const u32 *words, int count)
{
	u32 total = 0;

	for (int i = 0; i < count; i++)
		total += words[i];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return total;
}

u32 helper_parameter_bad(resource_size_t start)
{
	return sum((u32 *)ioremap(start, 64), 4);
}

u32 helper_parameter_ok(const u32 *words)
{
	return sum(words, 4);
}
