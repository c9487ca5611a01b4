/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Checksums over ordinary memory. */
#ifndef SHIM_LINUX_CRC32_H
#define SHIM_LINUX_CRC32_H

#include <linux/types.h>

u32 crc32_le(u32 crc, unsigned char const *p, size_t len);
u32 crc32c(u32 crc, const void *address, unsigned int length);

#endif
