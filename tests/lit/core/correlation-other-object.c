// SPDX-License-Identifier: GPL-2.0-or-later
// A flag of another object says nothing.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct unit {
	bool mmio;
	u32 *base;
};

static void unit_map(struct unit *unit, resource_size_t start)
{
	if (unit->mmio)
		unit->base = (u32 *)ioremap(start, 64);
	else
		unit->base = kmalloc(64, GFP_KERNEL);
}

u32 other_object_bad(struct unit *a, struct unit *b, resource_size_t start)
{
	unit_map(a, start);
	if (b->mmio)
		return 0;
	return *a->base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 same_object_ok(struct unit *a, resource_size_t start)
{
	unit_map(a, start);
	if (a->mmio)
		return 0;
	return *a->base;
}
