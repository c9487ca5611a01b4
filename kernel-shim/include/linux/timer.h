/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Timers. */
#ifndef SHIM_LINUX_TIMER_H
#define SHIM_LINUX_TIMER_H

#include <linux/container_of.h>
#include <linux/types.h>

struct timer_list {
	struct list_head entry;
	unsigned long expires;
	void (*function)(struct timer_list *timer);
};

#define timer_setup(timer, callback, flags)     \
	do {                                    \
		(timer)->function = (callback); \
	} while (0)
#define from_timer(var, callback_timer, timer_fieldname) \
	container_of(callback_timer, __typeof__(*var), timer_fieldname)

int mod_timer(struct timer_list *timer, unsigned long expires);

#endif
