/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cleanup by scope: __free(), guard(), scoped_guard(). */
#ifndef SHIM_LINUX_CLEANUP_H
#define SHIM_LINUX_CLEANUP_H

#include <linux/compiler_types.h>

#define DEFINE_FREE(name, type, statement)        \
	static inline void __free_##name(void *p) \
	{                                         \
		type _T = *(type *)p;             \
		statement;                        \
	}
#define __free(name) __cleanup(__free_##name)

#define no_free_ptr(p)                         \
	({                                     \
		__typeof__(p) *kept_ = &(p);   \
		__typeof__(p) value_ = *kept_; \
		*kept_ = NULL;                 \
		value_;                        \
	})
#define return_ptr(p) return no_free_ptr(p)

#define DEFINE_GUARD(name, type, lock, unlock)                 \
	typedef type class_##name##_t;                         \
	static inline void class_##name##_destructor(type *p)  \
	{                                                      \
		type _T = *p;                                  \
		if (_T) {                                      \
			unlock;                                \
		}                                              \
	}                                                      \
	static inline type class_##name##_constructor(type _T) \
	{                                                      \
		lock;                                          \
		return _T;                                     \
	}
#define SHIM_PASTE_2(a, b) a##b
#define SHIM_PASTE(a, b) SHIM_PASTE_2(a, b)
#define CLASS(name, variable) \
	class_##name##_t variable __cleanup(class_##name##_destructor) = class_##name##_constructor
#define guard(name) CLASS(name, SHIM_PASTE(guard_, __LINE__))
#define scoped_guard(name, argument)                                                              \
	for (class_##name##_t scope_                                                              \
	             __cleanup(class_##name##_destructor) = class_##name##_constructor(argument), \
	             *once_ = &scope_;                                                            \
	     once_; once_ = NULL)

#endif
