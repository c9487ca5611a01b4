/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Polling a register. */
#ifndef SHIM_LINUX_IOPOLL_H
#define SHIM_LINUX_IOPOLL_H

#include <linux/errno.h>
#include <linux/io.h>

#define readx_poll_timeout(op, addr, val, cond, sleep_us, timeout_us)       \
	({                                                                  \
		unsigned long tries_ = (timeout_us) / ((sleep_us) + 1) + 1; \
		for (;;) {                                                  \
			(val) = op(addr);                                   \
			if ((cond) || !tries_--)                            \
				break;                                      \
		}                                                           \
		(cond) ? 0 : -ETIMEDOUT;                                    \
	})
#define readl_poll_timeout(addr, val, cond, sleep_us, timeout_us) \
	readx_poll_timeout(readl, addr, val, cond, sleep_us, timeout_us)

#define read_poll_timeout(op, val, cond, sleep_us, timeout_us, sleep_before_read, args...) \
	({                                                                                 \
		unsigned long tries_ = (timeout_us) / ((sleep_us) + 1) + 1;                \
		for (;;) {                                                                 \
			(val) = op(args);                                                  \
			if ((cond) || !tries_--)                                           \
				break;                                                     \
		}                                                                          \
		(cond) ? 0 : -ETIMEDOUT;                                                   \
	})
#define readb_poll_timeout(addr, val, cond, sleep_us, timeout_us) \
	readx_poll_timeout(readb, addr, val, cond, sleep_us, timeout_us)
#define readl_relaxed_poll_timeout(addr, val, cond, sleep_us, timeout_us) \
	readx_poll_timeout(readl_relaxed, addr, val, cond, sleep_us, timeout_us)

#endif
