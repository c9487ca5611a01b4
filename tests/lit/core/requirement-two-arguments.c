// SPDX-License-Identifier: GPL-2.0-or-later
// Only the argument that is I/O memory is at fault.
// RUN: %check
#include <linux/io.h>

static void copy_words(u32 *to, const u32 *from, int count)
{
	while (count--)
		*to++ = *from++;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	// CHECK: .c:[[#@LINE-2]]:{{.*(warning|error):.*}}[iomem-deref]
}

void copy_from_bad(u32 *buffer, void __iomem *base)
{
	copy_words(buffer, (const u32 *)base, 4);
}

void copy_to_bad(const u32 *buffer, void __iomem *base)
{
	copy_words((u32 *)base, buffer, 4);
}

void copy_ram_ok(u32 *to, const u32 *from)
{
	copy_words(to, from, 4);
}
