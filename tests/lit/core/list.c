// SPDX-License-Identifier: GPL-2.0-or-later
// Elements of a list share what is known of their type.
// RUN: %check
#include <linux/io.h>
#include <linux/list.h>
#include <linux/slab.h>

struct bank {
	struct list_head node;
	void *memory;
	u32 *shadow;
};

void bank_add(struct list_head *banks, resource_size_t start)
{
	struct bank *bank = kzalloc(sizeof(*bank), GFP_KERNEL);

	bank->memory = (void __force *)ioremap(start, 64);
	bank->shadow = kzalloc(64, GFP_KERNEL);
	list_add_tail(&bank->node, banks);
}

u32 list_walk_bad(struct list_head *banks)
{
	struct bank *bank;
	u32 total = 0;

	list_for_each_entry(bank, banks, node) total += *(u32 *)bank->memory;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
	return total;
}

u32 list_walk_ok(struct list_head *banks)
{
	struct bank *bank;
	u32 total = 0;

	list_for_each_entry(bank, banks, node) total += bank->shadow[0];
	return total;
}
