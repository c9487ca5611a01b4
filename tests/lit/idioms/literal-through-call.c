// SPDX-License-Identifier: GPL-2.0-or-later
// What a caller tested before the call holds for the accesses of the callee.
// RUN: %check
#include <linux/io.h>

struct window {
	int is_mapped;
	u32 *words;
};

static void map(struct window *window, phys_addr_t start)
{
	if (window->is_mapped)
		window->words = (__force u32 *)ioremap(start, 64);
}

static u32 first_word(struct window *window)
{
	return window->words[0];
}

static u32 last_word(struct window *window)
{
	return window->words[15];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

static u32 first_word_of_ram(struct window *window)
{
	return window->is_mapped ? 0 : first_word(window);
}

static u32 last_word_of_io(struct window *window)
{
	return window->is_mapped ? last_word(window) : 0;
}

u32 probe_ok(struct window *window, phys_addr_t start)
{
	map(window, start);
	return first_word_of_ram(window);
}

u32 probe_bad(struct window *window, phys_addr_t start)
{
	map(window, start);
	return last_word_of_io(window);
}
