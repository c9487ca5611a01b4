/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Flash chips behind a window of the bus. */
#ifndef SHIM_LINUX_MTD_MAP_H
#define SHIM_LINUX_MTD_MAP_H

#include <linux/io.h>

struct map_info {
	const char *name;
	unsigned long size;
	resource_size_t phys;
	void __iomem *virt;
	void *cached;
};

#endif
