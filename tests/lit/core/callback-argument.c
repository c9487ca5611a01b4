// SPDX-License-Identifier: GPL-2.0-or-later
// What is registered with a callback arrives in it.
// RUN: %check
#include <linux/interrupt.h>
#include <linux/io.h>

struct card {
	void __iomem *regs;
	u32 *shared;
};

static irqreturn_t card_irq(int irq, void *dev_id)
{
	struct card *card = dev_id;

	if (!readl(card->regs))
		return IRQ_NONE;
	return card->shared[0] ? IRQ_HANDLED : IRQ_NONE;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

int card_start_bad(struct card *card, resource_size_t start)
{
	card->regs = ioremap(start, 64);
	card->shared = (u32 *)ioremap(start + 4096, 4096);
	return request_irq(5, card_irq, IRQF_SHARED, "card", card);
}
