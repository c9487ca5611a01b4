/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Packets; their fragments may be memory the CPU cannot read. */
#ifndef SHIM_LINUX_SKBUFF_H
#define SHIM_LINUX_SKBUFF_H

#include <linux/mm.h>
#include <net/netmem.h>

struct device;

typedef struct skb_frag {
	netmem_ref netmem;
	unsigned int len;
	unsigned int offset;
} skb_frag_t;

#define MAX_SKB_FRAGS 17

struct skb_shared_info {
	u8 flags;
	u8 nr_frags;
	skb_frag_t frags[MAX_SKB_FRAGS];
};

struct sk_buff {
	unsigned int len;
	unsigned int data_len;
	u8 unreadable : 1;
	unsigned char *head;
	unsigned char *data;
	unsigned int end;
};

#define skb_end_pointer(skb) ((skb)->head + (skb)->end)
#define skb_shinfo(skb) ((struct skb_shared_info *)(void *)skb_end_pointer(skb))

bool skb_frags_readable(const struct sk_buff *skb);
struct page *skb_frag_page(const skb_frag_t *frag);
void *skb_frag_address(const skb_frag_t *frag);
unsigned int skb_frag_size(const skb_frag_t *frag);
unsigned int skb_frag_off(const skb_frag_t *frag);
bool skb_frag_is_net_iov(const skb_frag_t *frag);
struct net_iov *skb_frag_net_iov(const skb_frag_t *frag);
int skb_copy_bits(const struct sk_buff *skb, int offset, void *to, int len);
int skb_linearize(struct sk_buff *skb);

struct scatterlist;
struct iov_iter;

netmem_ref skb_frag_netmem(const skb_frag_t *frag);
void *skb_frag_address_safe(const skb_frag_t *frag);
void skb_frag_fill_page_desc(skb_frag_t *frag, struct page *page, int off, int size);
void skb_frag_fill_netmem_desc(skb_frag_t *frag, netmem_ref netmem, int off, int size);
void skb_fill_page_desc(struct sk_buff *skb, int i, struct page *page, int off, int size);
void skb_fill_netmem_desc(struct sk_buff *skb, int i, netmem_ref netmem, int off, int size);
void __skb_fill_netmem_desc(struct sk_buff *skb, int i, netmem_ref netmem, int off, int size);
void skb_add_rx_frag(struct sk_buff *skb, int i, struct page *page, int off, int size,
                     unsigned int truesize);
void skb_add_rx_frag_netmem(struct sk_buff *skb, int i, netmem_ref netmem, int off, int size,
                            unsigned int truesize);
void skb_frag_page_copy(skb_frag_t *fragto, const skb_frag_t *fragfrom);
int skb_to_sgvec(struct sk_buff *skb, struct scatterlist *sg, int offset, int len);
int skb_to_sgvec_nomark(struct sk_buff *skb, struct scatterlist *sg, int offset, int len);
int skb_store_bits(struct sk_buff *skb, int offset, const void *from, int len);
u32 skb_checksum(const struct sk_buff *skb, int offset, int len, u32 csum);
int __skb_linearize(struct sk_buff *skb);
void *__pskb_pull_tail(struct sk_buff *skb, int delta);
int skb_copy_datagram_iter(const struct sk_buff *skb, int offset, struct iov_iter *to, int size);
int skb_copy_ubufs(struct sk_buff *skb, gfp_t gfp);
void *skb_put_data(struct sk_buff *skb, const void *data, unsigned int len);
void skb_copy_to_linear_data(struct sk_buff *skb, const void *from, unsigned int len);
void skb_copy_from_linear_data(const struct sk_buff *skb, void *to, unsigned int len);
dma_addr_t skb_frag_dma_map(struct device *dev, const skb_frag_t *frag, size_t offset, size_t size,
                            int dir);

#endif
