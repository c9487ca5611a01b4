// SPDX-License-Identifier: GPL-2.0-or-later
// Through a pointer to a pointer, two hops deep.
// RUN: %check
#include <linux/io.h>

struct bus {
	void *window;
};

struct slot {
	struct bus *bus;
};

struct card {
	struct slot *slot;
};

void card_map(struct card *card, resource_size_t start)
{
	card->slot->bus->window = (void __force *)ioremap(start, 64);
}

u32 nested_pointer_bad(struct card *card)
{
	struct slot *slot = card->slot;

	return *(u32 *)slot->bus->window;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 nested_pointer_ok(struct card *card)
{
	return readl((void __iomem *)card->slot->bus->window);
}
