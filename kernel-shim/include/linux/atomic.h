/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Atomic counters, xchg() and cmpxchg(). */
#ifndef SHIM_LINUX_ATOMIC_H
#define SHIM_LINUX_ATOMIC_H

#include <linux/compiler.h>
#include <linux/types.h>

static inline int atomic_read(const atomic_t *v)
{
	return READ_ONCE(v->counter);
}

static inline void atomic_set(atomic_t *v, int i)
{
	WRITE_ONCE(v->counter, i);
}

static inline void atomic_add(int i, atomic_t *v)
{
	__sync_fetch_and_add(&v->counter, i);
}

static inline void atomic_inc(atomic_t *v)
{
	atomic_add(1, v);
}

static inline void atomic_dec(atomic_t *v)
{
	atomic_add(-1, v);
}

static inline int atomic_inc_return(atomic_t *v)
{
	return __sync_add_and_fetch(&v->counter, 1);
}

#define xchg(ptr, value) __sync_lock_test_and_set(ptr, value)
#define cmpxchg(ptr, old, value) __sync_val_compare_and_swap(ptr, old, value)

#define try_cmpxchg(ptr, old, value)                                        \
	({                                                                  \
		__typeof__(*(ptr)) expected_ = *(old);                      \
		__typeof__(*(ptr)) found_ = cmpxchg(ptr, expected_, value); \
		if (found_ != expected_)                                    \
			*(old) = found_;                                    \
		found_ == expected_;                                        \
	})

#endif
