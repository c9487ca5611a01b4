// SPDX-License-Identifier: GPL-2.0-or-later
// What is stored in a field last is what it holds.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct slot {
	u32 *data;
};

u32 strong_update_ok(resource_size_t start)
{
	struct slot slot;

	slot.data = (u32 *)ioremap(start, 64);
	slot.data = kmalloc(64, GFP_KERNEL);
	return *slot.data;
}

u32 strong_update_bad(resource_size_t start)
{
	struct slot slot;

	slot.data = kmalloc(64, GFP_KERNEL);
	slot.data = (u32 *)ioremap(start, 64);
	return *slot.data;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 strong_through_pointer_ok(resource_size_t start)
{
	struct slot slot;
	struct slot *alias = &slot;

	slot.data = (u32 *)ioremap(start, 64);
	alias->data = kmalloc(64, GFP_KERNEL);
	return *slot.data;
}

u32 two_records_ok(resource_size_t start)
{
	struct slot io, ram;

	io.data = (u32 *)ioremap(start, 64);
	ram.data = kmalloc(64, GFP_KERNEL);
	return *ram.data;
}
