// SPDX-License-Identifier: GPL-2.0-or-later
// Bit fields are read and written like other members.
// RUN: %check
#include <linux/io.h>

struct status {
	u32 ready : 1;
	u32 error : 1;
	u32 code : 8;
};

bool bit_read_bad(void __iomem *base)
{
	struct status *s = (struct status *)base;

	return s->ready;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void bit_write_bad(void __iomem *base)
{
	struct status *s = (struct status *)base;

	s->code = 3;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

bool bit_copy_ok(void __iomem *base)
{
	u32 word = readl(base);
	struct status *s = (struct status *)&word;

	return s->ready;
}
