// SPDX-License-Identifier: GPL-2.0-or-later
// Pointers through a variable argument list are not followed.
// RUN: %check
#include <linux/io.h>
#include <linux/stdarg.h>

static u32 sum_all(int count, ...)
{
	u32 total = 0;
	va_list list;

	va_start(list, count);
	while (count--)
		total += *va_arg(list, u32 *);
	va_end(list);
	return total;
}

// The memory behind va_arg() is unknown: no value is matched with its place in
// the call.
u32 FN_variadic_bad(void __iomem *base)
{
	return sum_all(1, (u32 *)base);
}
