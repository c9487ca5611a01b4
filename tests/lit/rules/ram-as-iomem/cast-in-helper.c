// SPDX-License-Identifier: GPL-2.0-or-later
// A cast to __iomem in a helper says what its author expects; the caller's memory is what
// it is.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

static void start(void *regs)
{
	writel(1, (void __iomem __force *)regs);
	// CHECK: .c:[[#@LINE-1]]:{{.*warning:.*}}[ram-as-iomem]
}

void argument_bad(void)
{
	start(kzalloc(64, GFP_KERNEL));
}

struct unit {
	void *regs;
};

static u32 status(const struct unit *unit)
{
	return readl((void __iomem __force *)unit->regs);
	// CHECK: .c:[[#@LINE-1]]:{{.*warning:.*}}[ram-as-iomem]
}

u32 field_bad(void)
{
	struct unit unit = {.regs = kzalloc(64, GFP_KERNEL)};

	return status(&unit);
}

static void stop(void *regs)
{
	writel(0, (void __iomem __force *)regs);
}

void token_ok(resource_size_t start)
{
	stop((void __force *)ioremap(start, 64));
}

/* Nobody says what it is: the cast is believed. */
void unknown_ok(void *regs)
{
	stop(regs);
}

static void clear_word(void *word, bool is_io)
{
	if (is_io)
		writel(0, (void __iomem __force *)word);
	else
		*(u32 *)word = 0;
}

void told_by_argument_ok(resource_size_t start)
{
	clear_word((void __force *)ioremap(start, 64), true);
	clear_word(kzalloc(64, GFP_KERNEL), false);
}
