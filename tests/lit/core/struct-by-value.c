// SPDX-License-Identifier: GPL-2.0-or-later
// Records passed and returned by value carry their pointers.
// RUN: %check
#include <linux/io.h>

struct span {
	u32 *start;
	size_t count;
};

static struct span span_of(void __iomem *base)
{
	struct span span = {(u32 *)base, 16};

	return span;
}

u32 by_value_return_bad(void __iomem *base)
{
	struct span span = span_of(base);

	return span.start[1];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

static struct span span_tail(struct span span)
{
	span.start++;
	span.count--;
	return span;
}

u32 by_value_both_bad(void __iomem *base)
{
	return *span_tail(span_of(base)).start;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 by_value_ok(u32 *words)
{
	struct span span = {words, 16};

	return *span_tail(span).start;
}
