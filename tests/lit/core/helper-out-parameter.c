// SPDX-License-Identifier: GPL-2.0-or-later
// Memory handed out through a pointer argument.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct mapping {
	void *address;
	size_t size;
};

static int map_out(resource_size_t start, void **address)
{
	*address = (void __force *)ioremap(start, 64);
	return *address ? 0 : -ENOMEM;
}

u32 out_pointer_bad(resource_size_t start)
{
	void *address;

	if (map_out(start, &address))
		return 0;
	return *(u32 *)address;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

static void map_fill(struct mapping *mapping, resource_size_t start, size_t size)
{
	mapping->address = (void __force *)ioremap(start, size);
	mapping->size = size;
}

u32 out_record_bad(resource_size_t start)
{
	struct mapping mapping;

	map_fill(&mapping, start, 64);
	return *(u32 *)mapping.address;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

static void alloc_out(void **address)
{
	*address = kmalloc(64, GFP_KERNEL);
}

u32 out_pointer_ok(resource_size_t start)
{
	void *address = (void __force *)ioremap(start, 64);

	alloc_out(&address);
	return *(u32 *)address;
}
