// SPDX-License-Identifier: GPL-2.0-or-later
// Each case sees what its own path brought.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

enum kind { KIND_RAM, KIND_IO, KIND_NONE };

u32 switch_bad(resource_size_t start, u32 *table, enum kind kind)
{
	u32 *words = NULL;

	switch (kind) {
	case KIND_RAM:
		words = table;
		break;
	case KIND_IO:
		words = (u32 *)ioremap(start, 64);
		break;
	case KIND_NONE:
		return 0;
	}
	return *words;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 switch_correlated_ok(resource_size_t start, u32 *table, enum kind kind)
{
	u32 *words = NULL;

	switch (kind) {
	case KIND_RAM:
		words = table;
		break;
	case KIND_IO:
		words = (u32 *)ioremap(start, 64);
		break;
	case KIND_NONE:
		return 0;
	}
	if (kind == KIND_IO)
		return readl((void __iomem *)words);
	return *words;
}

u32 switch_fallthrough_bad(resource_size_t start, u32 *table, int n)
{
	u32 *words = table;

	switch (n) {
	case 1 ... 4:
		words = (u32 *)ioremap(start, 64);
		fallthrough;
	default:
		return *words;
		// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	}
}
