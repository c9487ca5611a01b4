/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Byte order. */
#ifndef SHIM_LINUX_BYTEORDER_H
#define SHIM_LINUX_BYTEORDER_H

#include <linux/types.h>

#define cpu_to_le16(x) ((__force __le16)(u16)(x))
#define cpu_to_le32(x) ((__force __le32)(u32)(x))
#define cpu_to_le64(x) ((__force __le64)(u64)(x))
#define le16_to_cpu(x) ((__force u16)(__le16)(x))
#define le32_to_cpu(x) ((__force u32)(__le32)(x))
#define le64_to_cpu(x) ((__force u64)(__le64)(x))
#define cpu_to_be32(x) ((__force __be32)__builtin_bswap32((u32)(x)))
#define be32_to_cpu(x) __builtin_bswap32((__force u32)(__be32)(x))

static inline u32 le32_to_cpup(const __le32 *p)
{
	return le32_to_cpu(*p);
}

static inline u32 be32_to_cpup(const __be32 *p)
{
	return be32_to_cpu(*p);
}

static inline __le32 cpu_to_le32p(const u32 *p)
{
	return cpu_to_le32(*p);
}

static inline void le32_to_cpus(u32 *p)
{
	*p = le32_to_cpu((__force __le32)*p);
}

#endif
