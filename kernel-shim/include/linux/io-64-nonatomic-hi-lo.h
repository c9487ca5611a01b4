/* SPDX-License-Identifier: GPL-2.0-or-later */
/* 64-bit accesses in two halves, the high one first. */
#ifndef SHIM_LINUX_IO_64_NONATOMIC_HI_LO_H
#define SHIM_LINUX_IO_64_NONATOMIC_HI_LO_H

#include <linux/io.h>

u64 hi_lo_readq(const volatile void __iomem *addr);
void hi_lo_writeq(u64 value, volatile void __iomem *addr);
u64 hi_lo_readq_relaxed(const volatile void __iomem *addr);
void hi_lo_writeq_relaxed(u64 value, volatile void __iomem *addr);
u64 ioread64_hi_lo(const void __iomem *addr);
void iowrite64_hi_lo(u64 value, void __iomem *addr);

#endif
