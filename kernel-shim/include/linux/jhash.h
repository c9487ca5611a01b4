/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Jenkins' hash. */
#ifndef SHIM_LINUX_JHASH_H
#define SHIM_LINUX_JHASH_H

#include <linux/types.h>

u32 jhash(const void *key, u32 length, u32 initval);

#endif
