/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeping the caches in step with memory. */
#ifndef SHIM_LINUX_CACHEFLUSH_H
#define SHIM_LINUX_CACHEFLUSH_H

#include <linux/highmem.h>

#endif
