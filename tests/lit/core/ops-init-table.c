// SPDX-License-Identifier: GPL-2.0-or-later
// The operation that maps and the operation that reads are found through one table.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct store {
	const struct store_ops *ops;
	void *memory;
};

struct store_ops {
	int (*open)(struct store *store, resource_size_t start);
	u32 (*read)(struct store *store);
};

static int sram_open(struct store *store, resource_size_t start)
{
	store->memory = (void __force *)ioremap(start, 64);
	return store->memory ? 0 : -ENOMEM;
}

static u32 sram_read(struct store *store)
{
	return *(u32 *)store->memory;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

const struct store_ops sram_bad_ops = {
	.open = sram_open,
	.read = sram_read,
};
