// SPDX-License-Identifier: GPL-2.0-or-later
// Locals, strings and functions are ordinary memory.
// RUN: %check
#include <linux/io.h>
#include <linux/kernel.h>

static const char banner[] = "ready";

char string_ok(int i)
{
	const char *text = "board";

	return text[i & 3] + banner[i & 3];
}

u32 local_array_ok(void __iomem *base)
{
	u32 words[4];

	for (int i = 0; i < 4; i++)
		words[i] = readl(base + 4 * i);
	return words[0] + words[3];
}
