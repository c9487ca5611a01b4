// SPDX-License-Identifier: GPL-2.0-or-later
// A pointer cast back before it is used was only carried, never misused.
// RUN: %check
#include <linux/io.h>

struct lane {
	void *priv;
};

u32 cast_back_local_ok(resource_size_t start)
{
	void __iomem *base = ioremap(start, 64);
	void *carrier = (void __force *)base;

	return readl((void __iomem __force *)carrier);
}

static u32 read_carried(void *priv)
{
	return readl((void __iomem *)priv + 4);
}

u32 cast_back_call_ok(resource_size_t start)
{
	return read_carried((void __force *)ioremap(start, 64));
}

static void lane_init(struct lane *lane, resource_size_t start)
{
	lane->priv = (void __force *)ioremap(start, 64);
}

u32 cast_back_field_ok(struct lane *lane, resource_size_t start)
{
	lane_init(lane, start);
	return readl((void __iomem *)lane->priv);
}
