// SPDX-License-Identifier: GPL-2.0-or-later
// The flag that chose the mapping chooses the access.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct unit {
	bool mmio;
	void *base;
};

void unit_map(struct unit *unit, resource_size_t start)
{
	if (unit->mmio)
		unit->base = (void __force *)ioremap(start, 64);
	else
		unit->base = kmalloc(64, GFP_KERNEL);
}

u32 correlation_field_ok(struct unit *unit)
{
	if (unit->mmio)
		return readl((void __iomem *)unit->base);
	return *(u32 *)unit->base;
}

u32 correlation_field_bad(struct unit *unit)
{
	if (!unit->mmio)
		return 0;
	return *(u32 *)unit->base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 correlation_ignored_bad(struct unit *unit)
{
	return *(u32 *)unit->base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
