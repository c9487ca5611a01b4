// SPDX-License-Identifier: GPL-2.0-or-later
// A table of operations is called through; the field says which function.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct bus;

struct bus_ops {
	void *(*map)(struct bus *bus, resource_size_t start);
	u32 (*peek)(const void *address);
};

struct bus {
	const struct bus_ops *ops;
};

static void *mmio_map(struct bus *bus, resource_size_t start)
{
	return (void __force *)ioremap(start, 64);
}

static u32 mmio_peek(const void *address)
{
	return readl((const void __iomem *)address);
}

static const struct bus_ops mmio_ops = {
	.map = mmio_map,
	.peek = mmio_peek,
};

u32 ops_result_bad(struct bus *bus, resource_size_t start)
{
	u32 *words;

	bus->ops = &mmio_ops;
	words = bus->ops->map(bus, start);
	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 ops_pair_ok(struct bus *bus, resource_size_t start)
{
	bus->ops = &mmio_ops;
	return bus->ops->peek(bus->ops->map(bus, start));
}
