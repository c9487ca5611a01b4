/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A page, or device memory that the CPU cannot read. */
#ifndef SHIM_NET_NETMEM_H
#define SHIM_NET_NETMEM_H

#include <linux/mm.h>

typedef unsigned long __bitwise netmem_ref;

struct net_iov {
	unsigned long __unused_padding;
	unsigned long pp_magic;
};

bool netmem_is_net_iov(const netmem_ref netmem);
struct page *netmem_to_page(netmem_ref netmem);
struct page *__netmem_to_page(netmem_ref netmem);
struct net_iov *netmem_to_net_iov(netmem_ref netmem);
netmem_ref net_iov_to_netmem(struct net_iov *niov);
netmem_ref page_to_netmem(struct page *page);
netmem_ref virt_to_netmem(const void *addr);
netmem_ref netmem_compound_head(netmem_ref netmem);
void *netmem_address(netmem_ref netmem);
void *__netmem_address(netmem_ref netmem);
void *__netmem_get_pp(netmem_ref netmem);

#endif
