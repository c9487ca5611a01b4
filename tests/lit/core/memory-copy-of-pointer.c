// SPDX-License-Identifier: GPL-2.0-or-later
// Copying a record copies the pointers in it.
// RUN: %check
#include <linux/io.h>
#include <linux/string.h>

struct view {
	u32 *words;
	u32 count;
};

u32 assigned_record_bad(resource_size_t start)
{
	struct view a = {.words = (u32 *)ioremap(start, 64)}, b;

	b = a;
	return b.words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 memcpy_record_bad(resource_size_t start)
{
	struct view a = {.words = (u32 *)ioremap(start, 64)}, b;

	memcpy(&b, &a, sizeof(b));
	return b.words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 memset_record_ok(resource_size_t start, u32 *words)
{
	struct view a = {.words = (u32 *)ioremap(start, 64)};

	memset(&a, 0, sizeof(a));
	if (!a.words)
		a.words = words;
	return a.words[0];
}
