/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CRC-7. */
#ifndef SHIM_LINUX_CRC7_H
#define SHIM_LINUX_CRC7_H

#include <linux/types.h>

u8 crc7_be(u8 crc, const u8 *buffer, size_t len);

#endif
