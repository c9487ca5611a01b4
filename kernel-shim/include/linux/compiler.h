/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Branch hints and the accesses that a compiler must not split or merge. */
#ifndef SHIM_LINUX_COMPILER_H
#define SHIM_LINUX_COMPILER_H

#include <linux/compiler_types.h>

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

#define barrier() __asm__ __volatile__("" : : : "memory")

#define READ_ONCE(x) (*(const volatile __typeof__(x) *)&(x))
#define WRITE_ONCE(x, value)                               \
	do {                                               \
		*(volatile __typeof__(x) *)&(x) = (value); \
	} while (0)

#define smp_load_acquire(p)                                   \
	({                                                    \
		__typeof__(*(p)) acquired_ = READ_ONCE(*(p)); \
		barrier();                                    \
		acquired_;                                    \
	})
#define smp_store_release(p, value)      \
	do {                             \
		barrier();               \
		WRITE_ONCE(*(p), value); \
	} while (0)

#define data_race(expression) (expression)
#define mb() barrier()
#define rmb() barrier()
#define wmb() barrier()

#endif
