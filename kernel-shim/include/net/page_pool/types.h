/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pools of pages for receive rings. */
#ifndef SHIM_NET_PAGE_POOL_TYPES_H
#define SHIM_NET_PAGE_POOL_TYPES_H

#include <net/netmem.h>

#define PP_FLAG_ALLOW_UNREADABLE_NETMEM (1u << 3)

struct page_pool_params {
	unsigned int flags;
};

struct page_pool;

netmem_ref page_pool_alloc_netmems(struct page_pool *pool, gfp_t gfp);

#endif
