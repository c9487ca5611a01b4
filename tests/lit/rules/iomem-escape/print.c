// SPDX-License-Identifier: GPL-2.0-or-later
// Dumps and strings are read when they are printed; %p is only an address.
// RUN: %check
#include <linux/io.h>
#include <linux/kernel.h>

void hex_dump_bad(void __iomem *base)
{
	print_hex_dump(KERN_INFO, "", 0, 16, 1, (void *)base, 64, true);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}

void print_string_bad(void __iomem *base)
{
	pr_info("board %s\n", (char __force *)base);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}

void print_bytes_bad(void __iomem *base)
{
	pr_info("header %*ph\n", 8, (void __force *)base);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-escape]
}

void print_address_ok(void __iomem *base)
{
	pr_info("mapped at %p, %px\n", base, (void __force *)base);
}

void print_word_ok(void __iomem *base)
{
	pr_info("version %x\n", readl(base));
}
