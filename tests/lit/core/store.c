// SPDX-License-Identifier: GPL-2.0-or-later
// A store is an access like a load.
// RUN: %check
#include <linux/io.h>

struct descriptor {
	u32 address;
	u32 length;
};

void store_bad(void __iomem *base)
{
	u32 *words = (u32 *)base;

	*words = 1;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void store_member_bad(void __iomem *base)
{
	struct descriptor *d = (struct descriptor *)base;

	d->length = 64;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void store_compound_bad(void __iomem *base)
{
	u32 *words = (u32 *)base;

	words[1] |= 4;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void store_increment_bad(u8 __iomem *base)
{
	u8 *bytes = (u8 *)base;

	++*bytes;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void store_accessor_ok(void __iomem *base)
{
	struct descriptor __iomem *d = base;

	writel(64, &d->length);
}
