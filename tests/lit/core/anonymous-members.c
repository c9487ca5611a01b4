// SPDX-License-Identifier: GPL-2.0-or-later
// Members of anonymous records and unions are members of the record around them.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct area {
	struct {
		void *io_memory;
		void *ram;
	};
	union {
		struct {
			u32 *first;
			u32 *second;
		};
		u32 *both[2];
	};
};

u32 anonymous_struct_bad(struct area *area, resource_size_t start)
{
	area->io_memory = (void __force *)ioremap(start, 64);
	area->ram = kmalloc(64, GFP_KERNEL);
	return *(u32 *)area->ram + *(u32 *)area->io_memory;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 anonymous_struct_ok(struct area *area, resource_size_t start)
{
	area->first = (u32 *)ioremap(start, 64);
	area->second = kmalloc(64, GFP_KERNEL);
	return *area->second;
}
