/* SPDX-License-Identifier: GPL-2.0-or-later */
/* xxHash. */
#ifndef SHIM_LINUX_XXHASH_H
#define SHIM_LINUX_XXHASH_H

#include <linux/types.h>

u32 xxh32(const void *input, size_t length, u32 seed);
u64 xxh64(const void *input, size_t length, u64 seed);

#endif
