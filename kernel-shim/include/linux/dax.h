/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files in memory that is addressed directly. */
#ifndef SHIM_LINUX_DAX_H
#define SHIM_LINUX_DAX_H

#include <linux/mm.h>

struct dax_device;

enum dax_access_mode { DAX_ACCESS, DAX_RECOVERY_WRITE };

long dax_direct_access(struct dax_device *dax_dev, unsigned long pgoff, long nr_pages,
                       enum dax_access_mode mode, void **kaddr, pfn_t *pfn);

#endif
