/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the firmware says of a device. */
#ifndef SHIM_LINUX_PROPERTY_H
#define SHIM_LINUX_PROPERTY_H

#include <linux/io.h>

struct fwnode_handle;

void __iomem *fwnode_iomap(struct fwnode_handle *fwnode, int index);

#endif
