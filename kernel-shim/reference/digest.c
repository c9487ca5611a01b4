// SPDX-License-Identifier: GPL-2.0-or-later
/* Checksums: they read every byte, so of I/O memory they only say so. */
#include "internal.h"

#include <linux/crc-ccitt.h>
#include <linux/crc-t10dif.h>
#include <linux/crc16.h>
#include <linux/crc32.h>
#include <linux/crc64.h>
#include <linux/crc7.h>
#include <linux/crc8.h>

/* Lowest bit first; the polynomial is reversed too. */
static u64 low_first(u64 crc, u64 polynomial, const void *data, size_t len)
{
	const u8 *byte = data;

	for (size_t i = 0; shim_is_plain(data, len) && i < len; i++) {
		crc ^= byte[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? polynomial : 0);
	}
	return crc;
}

static u64 high_first(u64 crc, unsigned int width, u64 polynomial, const void *data, size_t len)
{
	const u8 *byte = data;
	u64 top = 1ULL << (width - 1);

	for (size_t i = 0; shim_is_plain(data, len) && i < len; i++) {
		crc ^= (u64)byte[i] << (width - 8);
		for (int bit = 0; bit < 8; bit++)
			crc = crc << 1 ^ (crc & top ? polynomial : 0);
	}
	return crc;
}

u32 crc32_le(u32 crc, unsigned char const *p, size_t len)
{
	return (u32)low_first(crc, 0xedb88320, p, len);
}

u32 crc32c(u32 crc, const void *address, unsigned int length)
{
	return (u32)low_first(crc, 0x82f63b78, address, length);
}

u16 crc16(u16 crc, const u8 *p, size_t len)
{
	return (u16)low_first(crc, 0xa001, p, len);
}

u16 crc_ccitt(u16 crc, const u8 *buffer, size_t len)
{
	return (u16)low_first(crc, 0x8408, buffer, len);
}

u16 crc_t10dif_generic(u16 crc, const unsigned char *buffer, size_t len)
{
	return (u16)high_first(crc, 16, 0x8bb7, buffer, len);
}

u16 crc_t10dif(const unsigned char *buffer, size_t len)
{
	return crc_t10dif_generic(0, buffer, len);
}

u64 crc64_be(u64 crc, const void *p, size_t len)
{
	return high_first(crc, 64, 0x42f0e1eba9ea3693ULL, p, len);
}

/* Seven bits, kept in the upper part of the byte. */
u8 crc7_be(u8 crc, const u8 *buffer, size_t len)
{
	return (u8)high_first(crc, 8, 0x12, buffer, len);
}

u8 crc8(const u8 table[256], const u8 *pdata, size_t nbytes, u8 crc)
{
	for (size_t i = 0; shim_is_plain(pdata, nbytes) && i < nbytes; i++)
		crc = table[crc ^ pdata[i]];
	return crc;
}
