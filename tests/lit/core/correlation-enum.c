// SPDX-License-Identifier: GPL-2.0-or-later
// An enumeration says which kind of memory it is.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

enum memory_kind { MEMORY_NONE, MEMORY_HOST, MEMORY_BAR };

struct chunk {
	enum memory_kind kind;
	void *address;
};

int chunk_map(struct chunk *chunk, resource_size_t start, bool host)
{
	if (host) {
		chunk->kind = MEMORY_HOST;
		chunk->address = kmalloc(64, GFP_KERNEL);
	} else {
		chunk->kind = MEMORY_BAR;
		chunk->address = (void __force *)ioremap(start, 64);
	}
	return chunk->address ? 0 : -ENOMEM;
}

u32 enum_local_ok(resource_size_t start, bool host)
{
	struct chunk chunk;

	if (chunk_map(&chunk, start, host))
		return 0;
	if (chunk.kind == MEMORY_BAR)
		return readl((void __iomem *)chunk.address);
	return *(u32 *)chunk.address;
}

u32 enum_local_bad(resource_size_t start, bool host)
{
	struct chunk chunk;

	if (chunk_map(&chunk, start, host))
		return 0;
	if (chunk.kind == MEMORY_HOST)
		return 0;
	return *(u32 *)chunk.address;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
