/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Physical address ranges of devices. */
#ifndef SHIM_LINUX_IOPORT_H
#define SHIM_LINUX_IOPORT_H

#include <linux/types.h>

#define IORESOURCE_IO 0x00000100
#define IORESOURCE_MEM 0x00000200

struct resource {
	resource_size_t start;
	resource_size_t end;
	const char *name;
	unsigned long flags;
};

static inline resource_size_t resource_size(const struct resource *res)
{
	return res->end - res->start + 1;
}

#endif
