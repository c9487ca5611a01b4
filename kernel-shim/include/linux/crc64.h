/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CRC-64. */
#ifndef SHIM_LINUX_CRC64_H
#define SHIM_LINUX_CRC64_H

#include <linux/types.h>

u64 crc64_be(u64 crc, const void *p, size_t len);

#endif
