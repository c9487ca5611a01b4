/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What almost every driver includes. */
#ifndef SHIM_LINUX_KERNEL_H
#define SHIM_LINUX_KERNEL_H

#include <linux/bug.h>
#include <linux/compiler.h>
#include <linux/container_of.h>
#include <linux/errno.h>
#include <linux/kconfig.h>
#include <linux/minmax.h>
#include <linux/printk.h>
#include <linux/stdarg.h>
#include <linux/types.h>

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define BIT(n) (1UL << (n))
#define DIV_ROUND_UP(n, d) (((n) + (d) - 1) / (d))
#define ALIGN(x, a) (((x) + ((a) - 1)) & ~((__typeof__(x))(a) - 1))
#define round_up(x, y) ALIGN(x, y)
#define lower_32_bits(n) ((u32)((n) & 0xffffffff))
#define upper_32_bits(n) ((u32)(((n) >> 16) >> 16))

__printf(3, 4) int snprintf(char *buf, size_t size, const char *format, ...);
__printf(3, 4) int scnprintf(char *buf, size_t size, const char *format, ...);
__printf(2, 3) int sprintf(char *buf, const char *format, ...);
__noreturn __printf(1, 2) void panic(const char *format, ...);

#endif
