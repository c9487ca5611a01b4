// SPDX-License-Identifier: GPL-2.0-or-later
// How a descriptor names its memory is for the one who filled it to say: a helper that
// turns the page it describes into an address has an address.
// RUN: %check
#include <linux/highmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/pfn_t.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>

static void clear_frame(pfn_t frame)
{
	u8 *start = kmap_local_page(pfn_t_to_page(frame));

	start[0] = 0;
	// CHECK: .c:[[#@LINE-1]]:{{.*warning:.*}}[p2pdma-access]
	kunmap_local(start);
}

static pfn_t same_frame(pfn_t frame)
{
	return frame;
}

void frame_bad(struct pci_dev *peer)
{
	clear_frame(same_frame(page_to_pfn_t(virt_to_page(pci_alloc_p2pmem(peer, PAGE_SIZE)))));
}

static void clear_entry(struct scatterlist *sg)
{
	u8 *start = sg_virt(sg);

	start[0] = 0;
	// CHECK: .c:[[#@LINE-1]]:{{.*warning:.*}}[p2pdma-access]
}

void entry_bad(struct pci_dev *peer, struct scatterlist *sg)
{
	sg_set_page(sg, virt_to_page(pci_alloc_p2pmem(peer, PAGE_SIZE)), PAGE_SIZE, 0);
	clear_entry(sg);
}

static void clear_ram(pfn_t frame)
{
	u8 *start = kmap_local_page(pfn_t_to_page(frame));

	start[0] = 0;
	kunmap_local(start);
}

void frame_ok(void)
{
	clear_ram(same_frame(page_to_pfn_t(virt_to_page(kmalloc(PAGE_SIZE, GFP_KERNEL)))));
}

/* The pages of a peer are passed on, not touched. */
static struct page *page_of(struct scatterlist *sg)
{
	return sg_page(sg);
}

struct page *passed_on_ok(struct pci_dev *peer, struct scatterlist *sg)
{
	sg_set_page(sg, virt_to_page(pci_alloc_p2pmem(peer, PAGE_SIZE)), PAGE_SIZE, 0);
	return page_of(sg);
}
