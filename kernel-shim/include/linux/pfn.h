/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bare typed page frame number. */
#ifndef SHIM_LINUX_PFN_H
#define SHIM_LINUX_PFN_H

#include <linux/types.h>

typedef struct {
	u64 val;
} pfn_t;

#endif
