// SPDX-License-Identifier: GPL-2.0-or-later
// A bus context that is a plain pointer in the framework and __iomem in the driver.
// RUN: %check
#include <linux/io.h>

struct bus_context {
	void *context;
	u32 (*read)(void *context, u32 reg);
};

static u32 mmio_read(void *context, u32 reg)
{
	void __iomem *regs = (void __iomem *)context;

	return readl(regs + reg);
}

void bus_init(struct bus_context *bus, void __iomem *regs)
{
	bus->context = (void __force *)regs;
	bus->read = mmio_read;
}

u32 bus_read_ok(struct bus_context *bus, u32 reg)
{
	return bus->read(bus->context, reg);
}
