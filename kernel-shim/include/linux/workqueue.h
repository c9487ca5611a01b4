/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Deferred work. */
#ifndef SHIM_LINUX_WORKQUEUE_H
#define SHIM_LINUX_WORKQUEUE_H

#include <linux/container_of.h>
#include <linux/types.h>

struct work_struct;
typedef void (*work_func_t)(struct work_struct *work);

struct work_struct {
	struct list_head entry;
	work_func_t func;
};

#define INIT_WORK(work, function)          \
	do {                               \
		(work)->func = (function); \
	} while (0)

bool schedule_work(struct work_struct *work);
bool cancel_work_sync(struct work_struct *work);

#endif
