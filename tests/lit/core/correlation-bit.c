// SPDX-License-Identifier: GPL-2.0-or-later
// A bit of a flags word says which kind of memory it is.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

#define AREA_IO 0x4u

struct area {
	u32 flags;
	void *address;
};

void area_map(struct area *area, resource_size_t start)
{
	if (area->flags & AREA_IO)
		area->address = (void __force *)ioremap(start, 64);
	else
		area->address = kmalloc(64, GFP_KERNEL);
}

u32 bit_ok(struct area *area, resource_size_t start)
{
	area_map(area, start);
	if (area->flags & AREA_IO)
		return readl((void __iomem *)area->address);
	return *(u32 *)area->address;
}

u32 bit_bad(struct area *area, resource_size_t start)
{
	area_map(area, start);
	if (!(area->flags & AREA_IO))
		return 0;
	return *(u32 *)area->address;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
