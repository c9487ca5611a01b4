/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CRC-8. */
#ifndef SHIM_LINUX_CRC8_H
#define SHIM_LINUX_CRC8_H

#include <linux/types.h>

u8 crc8(const u8 table[256], const u8 *pdata, size_t nbytes, u8 crc);

#endif
