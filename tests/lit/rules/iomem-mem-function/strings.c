// SPDX-License-Identifier: GPL-2.0-or-later
// String functions read until they find the end.
// RUN: %check
#include <linux/io.h>
#include <linux/string.h>

size_t strlen_bad(void __iomem *base)
{
	return strlen((char __force *)base);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void strscpy_bad(char *name, void __iomem *base)
{
	strscpy(name, (char __force *)base, 16);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

int strncmp_bad(void __iomem *base)
{
	return strncmp((char __force *)base, "BIOS", 4);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void *kmemdup_bad(void __iomem *base)
{
	return kmemdup((void __force *)base, 64, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

int signature_ok(void __iomem *base)
{
	return check_signature(base, (const unsigned char *)"BIOS", 4);
}
