/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Accesses at any alignment. */
#ifndef SHIM_LINUX_UNALIGNED_H
#define SHIM_LINUX_UNALIGNED_H

#include <linux/types.h>

u16 get_unaligned_le16(const void *p);
u32 get_unaligned_le32(const void *p);
u64 get_unaligned_le64(const void *p);
u16 get_unaligned_be16(const void *p);
u32 get_unaligned_be32(const void *p);
u64 get_unaligned_be64(const void *p);
void put_unaligned_le16(u16 value, void *p);
void put_unaligned_le32(u32 value, void *p);
void put_unaligned_le64(u64 value, void *p);
void put_unaligned_be32(u32 value, void *p);

void put_unaligned_be16(u16 value, void *p);
void put_unaligned_be64(u64 value, void *p);
#define get_unaligned(ptr)                                    \
	({                                                    \
		const struct {                                \
			__typeof__(*(ptr)) x;                 \
		} __packed *unaligned_ = (const void *)(ptr); \
		unaligned_->x;                                \
	})
#define put_unaligned(value, ptr)                       \
	do {                                            \
		struct {                                \
			__typeof__(*(ptr)) x;           \
		} __packed *unaligned_ = (void *)(ptr); \
		unaligned_->x = (value);                \
	} while (0)

#endif
