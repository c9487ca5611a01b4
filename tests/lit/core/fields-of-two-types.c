// SPDX-License-Identifier: GPL-2.0-or-later
// Fields of the same name in two records are two fields.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct device_side {
	u32 *memory;
};

struct host_side {
	u32 *memory;
};

void sides_init(struct device_side *dev, struct host_side *host, resource_size_t start)
{
	dev->memory = (u32 *)ioremap(start, 64);
	host->memory = kmalloc(64, GFP_KERNEL);
}

u32 two_types_ok(struct host_side *host)
{
	return host->memory[0];
}

u32 two_types_bad(struct device_side *dev)
{
	return dev->memory[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
