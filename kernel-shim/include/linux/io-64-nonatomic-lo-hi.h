/* SPDX-License-Identifier: GPL-2.0-or-later */
/* 64-bit accesses in two halves, the low one first. */
#ifndef SHIM_LINUX_IO_64_NONATOMIC_LO_HI_H
#define SHIM_LINUX_IO_64_NONATOMIC_LO_HI_H

#include <linux/io.h>

u64 lo_hi_readq(const volatile void __iomem *addr);
void lo_hi_writeq(u64 value, volatile void __iomem *addr);
u64 lo_hi_readq_relaxed(const volatile void __iomem *addr);
void lo_hi_writeq_relaxed(u64 value, volatile void __iomem *addr);
u64 ioread64_lo_hi(const void __iomem *addr);
void iowrite64_lo_hi(u64 value, void __iomem *addr);

#endif
