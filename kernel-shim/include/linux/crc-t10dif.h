/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The checksum of T10 protection information. */
#ifndef SHIM_LINUX_CRC_T10DIF_H
#define SHIM_LINUX_CRC_T10DIF_H

#include <linux/types.h>

u16 crc_t10dif(const unsigned char *buffer, size_t len);
u16 crc_t10dif_generic(u16 crc, const unsigned char *buffer, size_t len);

#endif
