// SPDX-License-Identifier: GPL-2.0-or-later
// Windows mapped through struct io_mapping.
// RUN: %check
#include <linux/io-mapping.h>

u32 io_mapping_bad(struct io_mapping *mapping)
{
	u32 *words = (u32 *)io_mapping_map_wc(mapping, 0, 4096);

	return words[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 io_mapping_field_bad(struct io_mapping *mapping)
{
	return *(u32 *)mapping->iomem;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 io_mapping_ok(struct io_mapping *mapping)
{
	void __iomem *window = io_mapping_map_local_wc(mapping, 0);
	u32 value = readl(window);

	io_mapping_unmap_local(window);
	return value;
}
