// SPDX-License-Identifier: GPL-2.0-or-later
// Cleanup functions run at the end of the scope, with the variable's last value.
// RUN: %check
#include <linux/io.h>
#include <linux/mutex.h>
#include <linux/slab.h>

static inline void free_window(void *p)
{
	void *window = *(void **)p;

	kfree(window);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-as-ram]
}

u32 cleanup_kfree_bad(resource_size_t start)
{
	void *window __cleanup(free_window) = (void __force *)ioremap(start, 64);

	return readl((void __iomem *)window);
}

u32 cleanup_free_ok(void)
{
	u32 *words __free(kfree) = kmalloc(64, GFP_KERNEL);

	return words ? *words : 0;
}

u32 cleanup_guard_bad(struct mutex *lock, void __iomem *base)
{
	guard(mutex)(lock);
	return *(u32 *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 cleanup_scoped_guard_bad(struct mutex *lock, void __iomem *base)
{
	scoped_guard(mutex, lock) return *(u32 *)base;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return 0;
}
