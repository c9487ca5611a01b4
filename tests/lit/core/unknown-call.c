// SPDX-License-Identifier: GPL-2.0-or-later
// A call to a function nobody knows may change what it was given, and no more.
// RUN: %check
#include <linux/io.h>

extern void refill(u32 **slot);
extern void elsewhere(void);

u32 unknown_call_havoc_ok(resource_size_t start)
{
	u32 *words = (u32 *)ioremap(start, 64);

	refill(&words);
	return *words;
}

u32 unknown_call_keeps_bad(resource_size_t start)
{
	u32 *words = (u32 *)ioremap(start, 64);

	elsewhere();
	return *words;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
