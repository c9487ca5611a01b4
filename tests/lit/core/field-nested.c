// SPDX-License-Identifier: GPL-2.0-or-later
// The path of fields counts: one record's window is not another's.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct area {
	void *memory;
};

struct engine {
	struct area io;
	struct area ram;
};

void engine_map(struct engine *engine, resource_size_t start)
{
	engine->io.memory = (void __force *)ioremap(start, 64);
	engine->ram.memory = kmalloc(64, GFP_KERNEL);
}

u32 nested_io_bad(struct engine *engine)
{
	return *(u32 *)engine->io.memory;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 nested_ram_ok(struct engine *engine)
{
	return *(u32 *)engine->ram.memory;
}
