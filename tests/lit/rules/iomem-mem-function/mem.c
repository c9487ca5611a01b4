// SPDX-License-Identifier: GPL-2.0-or-later
// The memory functions touch what their arguments name, on either side.
// RUN: %check
#include <linux/io.h>
#include <linux/string.h>

void memcpy_from_bad(void *out, void __iomem *base)
{
	memcpy(out, (void __force *)base, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void memcpy_to_bad(const void *in, void __iomem *base)
{
	memcpy((void __force *)base, in, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void memmove_bad(void *out, void __iomem *base)
{
	memmove(out, (void __force *)base, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void memset_bad(void __iomem *base)
{
	memset((void __force *)base, 0, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

int memcmp_bad(const void *expected, void __iomem *base)
{
	return memcmp(expected, (void __force *)base, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void *memchr_inv_bad(void __iomem *base)
{
	return memchr_inv((void __force *)base, 0xff, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void mem_ok(void *out, void __iomem *base)
{
	memcpy_fromio(out, base, 64);
	memset_io(base, 0, 64);
	memset(out, 0, 64);
}
