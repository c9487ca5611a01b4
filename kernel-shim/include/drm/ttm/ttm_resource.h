/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a buffer is, and how the CPU sees it there. */
#ifndef SHIM_DRM_TTM_TTM_RESOURCE_H
#define SHIM_DRM_TTM_TTM_RESOURCE_H

#include <linux/io.h>

struct ttm_bus_placement {
	void *addr;
	phys_addr_t offset;
	bool is_iomem;
};

struct ttm_resource {
	unsigned long start;
	size_t size;
	u32 mem_type;
	struct ttm_bus_placement bus;
};

#endif
