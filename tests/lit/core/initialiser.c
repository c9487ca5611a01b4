// SPDX-License-Identifier: GPL-2.0-or-later
// Designated and compound initialisers are stores.
// RUN: %check
#include <linux/io.h>

struct region {
	void *base;
	size_t size;
};

static u32 region_peek(struct region region)
{
	return *(u32 *)region.base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 initialiser_designated_bad(void __iomem *base)
{
	struct region region = {.size = 64, .base = (void __force *)base};

	return *(u32 *)region.base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 initialiser_compound_bad(void __iomem *base)
{
	return region_peek((struct region){.base = (void __force *)base});
}

u32 initialiser_array_bad(void __iomem *base)
{
	u32 *words[] = {NULL, (u32 *)base};

	return *words[1];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 initialiser_ok(u32 *words)
{
	struct region region = {.base = words};

	return *(u32 *)region.base;
}
