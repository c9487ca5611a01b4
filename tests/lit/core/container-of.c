// SPDX-License-Identifier: GPL-2.0-or-later
// container_of() goes back to the record around a member.
// RUN: %check
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

struct link {
	void *window;
	u32 *copy;
	struct work_struct work;
	struct timer_list timer;
};

static void link_work(struct work_struct *work)
{
	struct link *link = container_of(work, struct link, work);

	link->copy[0] = *(u32 *)link->window;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

static void link_timer(struct timer_list *timer)
{
	struct link *link = from_timer(link, timer, timer);

	link->copy[1] = readl((void __iomem *)link->window);
}

void link_start_bad(struct link *link, resource_size_t start)
{
	link->window = (void __force *)ioremap(start, 64);
	INIT_WORK(&link->work, link_work);
	timer_setup(&link->timer, link_timer, 0);
	schedule_work(&link->work);
}
