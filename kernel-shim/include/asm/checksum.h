/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Internet checksums. */
#ifndef SHIM_ASM_CHECKSUM_H
#define SHIM_ASM_CHECKSUM_H

#include <linux/types.h>

typedef u32 __bitwise __wsum;
typedef u16 __bitwise __sum16;

__wsum csum_partial(const void *buff, int len, __wsum sum);
__sum16 ip_compute_csum(const void *buff, int len);
__sum16 ip_fast_csum(const void *iph, unsigned int ihl);

#endif
