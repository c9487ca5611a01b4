/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Assertions: WARN_ON() reports and goes on, BUG_ON() ends the path. */
#ifndef SHIM_LINUX_BUG_H
#define SHIM_LINUX_BUG_H

#include <linux/compiler.h>
#include <linux/printk.h>

void warn_slowpath_fmt(const char *file, int line, unsigned int taint, const char *format, ...);
__noreturn void shim_bug(const char *file, int line, const char *function);

#define WARN_ON(condition)                                              \
	({                                                              \
		int warn_on_ = !!(condition);                           \
		if (unlikely(warn_on_))                                 \
			warn_slowpath_fmt(__FILE__, __LINE__, 9, NULL); \
		unlikely(warn_on_);                                     \
	})
#define WARN(condition, ...)                                                   \
	({                                                                     \
		int warn_on_ = !!(condition);                                  \
		if (unlikely(warn_on_))                                        \
			warn_slowpath_fmt(__FILE__, __LINE__, 9, __VA_ARGS__); \
		unlikely(warn_on_);                                            \
	})
#define WARN_ON_ONCE(condition)                                         \
	({                                                              \
		static bool warned_;                                    \
		int warn_once_ = !!(condition);                         \
		if (unlikely(warn_once_ && !warned_)) {                 \
			warned_ = true;                                 \
			warn_slowpath_fmt(__FILE__, __LINE__, 9, NULL); \
		}                                                       \
		unlikely(warn_once_);                                   \
	})
#define WARN_ONCE(condition, ...) WARN(condition, __VA_ARGS__)

#define BUG() shim_bug(__FILE__, __LINE__, __func__)
#define BUG_ON(condition)                \
	do {                             \
		if (unlikely(condition)) \
			BUG();           \
	} while (0)
#define BUILD_BUG_ON(condition) _Static_assert(!(condition), "BUILD_BUG_ON")

#endif
