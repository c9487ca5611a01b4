// SPDX-License-Identifier: GPL-2.0-or-later
/* Two findings: one of two calls deep, one at an array's element. */
#include <linux/io.h>
#include <linux/string.h>

struct board {
	void *window;
	u32 *slots[2];
};

static void fill(u32 *to, const char *what /* µ */, unsigned long size)
{
	/* 🐧 */ memcpy(to, what, size);
}

void board_load_bad(struct board *board, resource_size_t start, const char *image)
{
	board->window = (void __force *)ioremap(start, 64);
	fill(board->window, image, 64);
}

u32 board_slot_bad(resource_size_t start)
{
	u32 *slots[2];

	slots[0] = (u32 __force *)ioremap(start, 4);
	return slots[0][0];
}
