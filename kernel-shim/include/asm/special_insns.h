/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Instructions that name memory by a register or write 64 bytes at once. */
#ifndef SHIM_ASM_SPECIAL_INSNS_H
#define SHIM_ASM_SPECIAL_INSNS_H

#include <linux/compiler.h>
#include <linux/types.h>

static inline void clflush(volatile void *p)
{
	__asm__ volatile("clflush %0" : "+m"(*(volatile char __force *)p));
}

static inline void clwb(volatile void *p)
{
	__asm__ volatile("clwb %0" : "+m"(*(volatile char __force *)p));
}

void movdir64b(void *dst, const void *src);
void movdir64b_io(void __iomem *dst, const void *src);
int enqcmds(void __iomem *dst, const void *src);

#endif
