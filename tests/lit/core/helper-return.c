// SPDX-License-Identifier: GPL-2.0-or-later
// A helper that returns I/O memory without its qualifier is a producer.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct port {
	void __iomem *base;
};

static void *port_kptr(struct port *port)
{
	return (void __force *)port->base;
}

static void __iomem *port_reg(struct port *port, int offset)
{
	return port->base + offset;
}

u32 helper_return_bad(struct port *port)
{
	u32 *words = port_kptr(port);

	return words[2];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 helper_return_ok(struct port *port)
{
	return readl(port_reg(port, 8));
}

static void *map_or_alloc(resource_size_t start, bool io)
{
	if (io)
		return (void __force *)ioremap(start, 64);
	return kmalloc(64, GFP_KERNEL);
}

u32 helper_constant_argument_ok(resource_size_t start)
{
	u32 *words = map_or_alloc(start, false);

	return words[0];
}

u32 helper_constant_argument_bad(resource_size_t start)
{
	u32 *words = map_or_alloc(start, true);

	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
