/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory shared with a coprocessor. */
#ifndef SHIM_LINUX_SOC_APPLE_RTKIT_H
#define SHIM_LINUX_SOC_APPLE_RTKIT_H

#include <linux/io.h>

struct apple_rtkit_shmem {
	void *buffer;
	void __iomem *iomem;
	size_t size;
	dma_addr_t iova;
	bool is_mapped;
};

#endif
