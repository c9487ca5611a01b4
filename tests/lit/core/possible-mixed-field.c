// SPDX-License-Identifier: GPL-2.0-or-later
// A field that gets both kinds in two functions is a finding at level possible.
// RUN: %check-possible
#include <linux/io.h>
#include <linux/slab.h>

struct pool {
	u32 *memory;
};

void pool_in_bar(struct pool *pool, resource_size_t start)
{
	pool->memory = (u32 *)ioremap(start, 64);
}

void pool_in_ram(struct pool *pool)
{
	pool->memory = kmalloc(64, GFP_KERNEL);
}

u32 mixed_field_bad(struct pool *pool)
{
	return pool->memory[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
