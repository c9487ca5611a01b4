// SPDX-License-Identifier: GPL-2.0-or-later
// Atomic operations on I/O memory are accesses.
// RUN: %check
#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/io.h>

u32 xchg_bad(void __iomem *base)
{
	u32 *lock = (u32 *)base;

	return xchg(lock, 1);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 cmpxchg_bad(void __iomem *base)
{
	u32 *lock = (u32 *)base;

	return cmpxchg(lock, 0, 1);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

int builtin_atomic_bad(void __iomem *base)
{
	int *count = (int *)base;

	return __atomic_fetch_add(count, 1, __ATOMIC_RELAXED);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 xchg_ram_ok(u32 *lock)
{
	return xchg(lock, 1);
}
