/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a member to the record around it. */
#ifndef SHIM_LINUX_CONTAINER_OF_H
#define SHIM_LINUX_CONTAINER_OF_H

#include <linux/types.h>

#define container_of(ptr, type, member)                               \
	({                                                            \
		void *member_ = (void *)(ptr);                        \
		((type *)((char *)member_ - offsetof(type, member))); \
	})

#endif
