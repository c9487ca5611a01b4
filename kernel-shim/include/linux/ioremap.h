/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which addresses ioremap() may have returned. */
#ifndef SHIM_LINUX_IOREMAP_H
#define SHIM_LINUX_IOREMAP_H

#include <linux/types.h>

bool is_ioremap_addr(const void *x);

#endif
