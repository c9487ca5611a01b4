/* SPDX-License-Identifier: GPL-2.0-or-later */
struct skb_frag {
	struct page *netmem;
	unsigned int len, offset;
};
