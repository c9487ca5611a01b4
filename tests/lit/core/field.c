// SPDX-License-Identifier: GPL-2.0-or-later
// A field without a qualifier carries I/O memory from one function to another.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct chip {
	void *window;
	void __iomem *regs;
	u32 *shadow;
};

int chip_map(struct chip *chip, resource_size_t start)
{
	chip->regs = ioremap(start, 64);
	chip->window = (void __force *)ioremap(start + 4096, 4096);
	chip->shadow = kmalloc(64, GFP_KERNEL);
	return 0;
}

u32 field_plain_bad(struct chip *chip)
{
	u32 *words = chip->window;

	return words[1];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 field_other_ok(struct chip *chip)
{
	return chip->shadow[1];
}

u32 field_annotated_ok(struct chip *chip)
{
	return readl(chip->regs);
}
