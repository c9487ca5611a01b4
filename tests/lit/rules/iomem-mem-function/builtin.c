// SPDX-License-Identifier: GPL-2.0-or-later
// Builtins and the names a hardened build uses.
// RUN: %check
#include <linux/io.h>
#include <linux/string.h>

#define __underlying_memcpy __builtin_memcpy
#define fortified_memcpy(to, from, size)                    \
	({                                                  \
		size_t size_ = (size);                      \
		(void)__builtin_dynamic_object_size(to, 0); \
		__underlying_memcpy(to, from, size_);       \
	})

void builtin_memcpy_bad(void *out, void __iomem *base)
{
	__builtin_memcpy(out, (void __force *)base, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void builtin_memset_bad(void __iomem *base)
{
	__builtin_memset((void __force *)base, 0, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void fortified_memcpy_bad(void *out, void __iomem *base)
{
	fortified_memcpy(out, (void __force *)base, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}
