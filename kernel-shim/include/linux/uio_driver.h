/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Devices that are driven from user space. */
#ifndef SHIM_LINUX_UIO_DRIVER_H
#define SHIM_LINUX_UIO_DRIVER_H

#include <linux/io.h>

struct uio_mem {
	const char *name;
	phys_addr_t addr;
	resource_size_t size;
	int memtype;
	void __iomem *internal_addr;
};

#endif
