// SPDX-License-Identifier: GPL-2.0-or-later
// A packet fragment that is a net_iov has no page; NULL says so.
// RUN: %check
#include <linux/highmem.h>
#include <linux/skbuff.h>

u8 frag_known_bad(const skb_frag_t *frag)
{
	u8 *bytes;

	if (!skb_frag_is_net_iov(frag))
		return 0;
	bytes = skb_frag_address(frag);
	return bytes[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[frag-unreadable]
}

u8 frag_other_branch_ok(const skb_frag_t *frag)
{
	u8 *bytes;

	if (skb_frag_is_net_iov(frag))
		return 0;
	bytes = skb_frag_address(frag);
	return bytes[0];
}

u8 frag_null_page_ok(const struct sk_buff *skb)
{
	const skb_frag_t *frag = &skb_shinfo(skb)->frags[0];
	struct page *page = skb_frag_page(frag);
	u8 *bytes;

	if (!page)
		return 0;
	bytes = kmap_local_page(page);
	return bytes[0];
}

u8 frag_null_address_ok(const struct sk_buff *skb)
{
	u8 *bytes = skb_frag_address(&skb_shinfo(skb)->frags[0]);

	return bytes ? bytes[0] : 0;
}

u8 frag_readable_ok(const struct sk_buff *skb)
{
	const skb_frag_t *frag = &skb_shinfo(skb)->frags[0];
	u8 *bytes;

	if (!skb_frags_readable(skb))
		return 0;
	bytes = kmap_local_page(skb_frag_page(frag));
	return bytes[0];
}
