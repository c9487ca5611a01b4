/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CRC-CCITT. */
#ifndef SHIM_LINUX_CRC_CCITT_H
#define SHIM_LINUX_CRC_CCITT_H

#include <linux/types.h>

u16 crc_ccitt(u16 crc, const u8 *buffer, size_t len);

#endif
