// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Small allocations, in RAM that has pages: programs put them into scatterlists.
 * A page holds objects of one power of two; larger ones are pages of their own.
 */
#include "internal.h"

#include <linux/device.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define MIN_SHIFT 5
#define MAX_SHIFT 11
#define BITS_A_WORD 64
#define WORDS ((1U << (PAGE_SHIFT - MIN_SHIFT)) / BITS_A_WORD)
#define RAM_FRAMES (SHIM_RAM_BYTES / PAGE_SIZE)
#define FIRST_FRAME (SHIM_RAM_PHYS >> PAGE_SHIFT)
#define MAX_ORDER 10

struct slab {
	u64 used[WORDS];
	u8 shift; /* of the objects; 0: the page is no slab */
};

static struct slab slabs[RAM_FRAMES];

static void *take_from(unsigned long frame, unsigned int shift)
{
	struct slab *slab = &slabs[frame];

	for (unsigned int i = 0; i < PAGE_SIZE >> shift; i++) {
		u64 bit = 1ULL << i % BITS_A_WORD;

		if (slab->used[i / BITS_A_WORD] & bit)
			continue;
		slab->used[i / BITS_A_WORD] |= bit;
		return (char *)shim_page_kva(pfn_to_page(FIRST_FRAME + frame)) +
		       ((unsigned long)i << shift);
	}
	return NULL;
}

static void *alloc_small(unsigned int shift, gfp_t gfp)
{
	struct page *page;
	unsigned long frame;

	for (frame = 0; frame < RAM_FRAMES; frame++) {
		void *object = slabs[frame].shift == shift ? take_from(frame, shift) : NULL;

		if (object)
			return object;
	}
	page = alloc_page(gfp);
	if (!page)
		return NULL;
	frame = page_to_pfn(page) - FIRST_FRAME;
	slabs[frame] = (struct slab){.shift = (u8)shift};
	return take_from(frame, shift);
}

static unsigned int shift_for(size_t size)
{
	unsigned int shift = MIN_SHIFT;

	while (1UL << shift < size)
		shift++;
	return shift;
}

void *kmalloc(size_t size, gfp_t gfp)
{
	unsigned int shift;
	void *object;

	if (size > PAGE_SIZE << MAX_ORDER)
		return NULL;
	shift = shift_for(size);
	if (shift > MAX_SHIFT)
		return (void *)__get_free_pages(gfp, shift < PAGE_SHIFT ? 0 : shift - PAGE_SHIFT);
	object = alloc_small(shift, gfp & ~__GFP_ZERO);
	if (object && (gfp & __GFP_ZERO))
		shim_fill_quiet(object, 0, size);
	return object;
}

static void free_small(struct page *page, unsigned long frame, unsigned long offset)
{
	struct slab *slab = &slabs[frame];
	unsigned int index = (unsigned int)(offset >> slab->shift);
	u64 bit = 1ULL << index % BITS_A_WORD;

	if (offset & ((1UL << slab->shift) - 1) || !(slab->used[index / BITS_A_WORD] & bit))
		SHIM_DIE(SHIM_BUG_DOUBLE_FREE);
	slab->used[index / BITS_A_WORD] &= ~bit;
	for (unsigned int i = 0; i < WORDS; i++) {
		if (slab->used[i])
			return;
	}
	slab->shift = 0;
	put_page(page);
}

void kfree(const void *p)
{
	unsigned long frame;

	if (!p)
		return;
	if (shim_is_io(p)) {
		SHIM_WARN(SHIM_FREE_IO);
		return;
	}
	if (shim_region_of(p) != SHIM_REGION_RAM)
		SHIM_DIE(SHIM_BUG_NOT_LINEAR);
	frame = PHYS_PFN(shim_phys_of(p)) - FIRST_FRAME;
	if (slabs[frame].shift)
		free_small(pfn_to_page(FIRST_FRAME + frame), frame, offset_in_page(p));
	else
		put_page(pfn_to_page(FIRST_FRAME + frame));
}

void *kzalloc(size_t size, gfp_t gfp)
{
	return kmalloc(size, gfp | __GFP_ZERO);
}

void *kmalloc_array(size_t n, size_t size, gfp_t gfp)
{
	size_t bytes;

	return __builtin_mul_overflow(n, size, &bytes) ? NULL : kmalloc(bytes, gfp);
}

void *kcalloc(size_t n, size_t size, gfp_t gfp)
{
	return kmalloc_array(n, size, gfp | __GFP_ZERO);
}

static size_t size_of(const void *p)
{
	unsigned long frame = PHYS_PFN(shim_phys_of(p)) - FIRST_FRAME;

	return slabs[frame].shift ? 1UL << slabs[frame].shift : PAGE_SIZE;
}

void *krealloc(const void *p, size_t size, gfp_t gfp)
{
	void *grown;

	if (!p)
		return kmalloc(size, gfp);
	if (!shim_is_plain(p, 1))
		return NULL;
	if (shim_region_of(p) != SHIM_REGION_RAM)
		SHIM_DIE(SHIM_BUG_NOT_LINEAR);
	if (size && size <= size_of(p))
		return (void *)p;
	grown = size ? kmalloc(size, gfp) : NULL;
	if (grown)
		shim_copy_quiet(grown, p, size_of(p));
	if (grown || !size)
		kfree(p);
	return grown;
}

void *kvmalloc(size_t size, gfp_t gfp)
{
	return kmalloc(size, gfp);
}

void *kvzalloc(size_t size, gfp_t gfp)
{
	return kzalloc(size, gfp);
}

void kvfree(const void *p)
{
	kfree(p);
}

/* The memory is wiped first, which for I/O memory is an access. */
void kfree_sensitive(const void *p)
{
	if (p && shim_is_plain(p, 1))
		kfree(p);
}

void *vmalloc(unsigned long size)
{
	return kmalloc(PAGE_ALIGN(size), GFP_KERNEL);
}

void *vzalloc(unsigned long size)
{
	return kzalloc(PAGE_ALIGN(size), GFP_KERNEL);
}

void vfree(const void *addr)
{
	kfree(addr);
}

void *devm_kmalloc(struct device *dev, size_t size, gfp_t gfp)
{
	(void)dev;
	return kmalloc(size, gfp);
}

void *devm_kzalloc(struct device *dev, size_t size, gfp_t gfp)
{
	(void)dev;
	return kzalloc(size, gfp);
}

void *devm_kcalloc(struct device *dev, size_t n, size_t size, gfp_t gfp)
{
	(void)dev;
	return kcalloc(n, size, gfp);
}

void devm_kfree(struct device *dev, const void *p)
{
	(void)dev;
	kfree(p);
}
