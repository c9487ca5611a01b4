// SPDX-License-Identifier: GPL-2.0-or-later
// memremap() promises memory without side effects: ordinary memory.
// RUN: %check
#include <linux/io.h>

u32 memremap_ok(resource_size_t start)
{
	u32 *words = memremap(start, 64, MEMREMAP_WB);

	return words ? words[0] : 0;
}

u32 devm_memremap_ok(struct device *dev, resource_size_t start)
{
	u32 *words = devm_memremap(dev, start, 64, MEMREMAP_WB);

	return words[0];
}
