/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CRC-16. */
#ifndef SHIM_LINUX_CRC16_H
#define SHIM_LINUX_CRC16_H

#include <linux/types.h>

u16 crc16(u16 crc, const u8 *p, size_t len);

#endif
