// SPDX-License-Identifier: GPL-2.0-or-later
/* Device memory by the page: 64 pages at most, first fit. */
#include "internal.h"

#define MAX_PAGES 64U

static u64 mask_of(unsigned int first, unsigned int count)
{
	u64 ones = count == MAX_PAGES ? ~0ULL : (1ULL << count) - 1;

	return ones << first;
}

bool shim_pool_init(struct shim_pool *pool, phys_addr_t base, size_t size)
{
	size_t pages = size >> PAGE_SHIFT;

	if (pages == 0 || (base & ~PAGE_MASK))
		return false;
	*pool = (struct shim_pool){
		.base = base,
		.pages = min_t(unsigned int, pages, MAX_PAGES),
	};
	return true;
}

static unsigned int pages_of(const struct shim_pool *pool, size_t size)
{
	size_t pages = PAGE_ALIGN(size) >> PAGE_SHIFT;

	return size && pages <= pool->pages ? (unsigned int)pages : 0;
}

phys_addr_t shim_pool_alloc(struct shim_pool *pool, size_t size)
{
	unsigned int count = pages_of(pool, size);

	for (unsigned int first = 0; count && first + count <= pool->pages; first++) {
		u64 mask = mask_of(first, count);

		if (pool->used & mask)
			continue;
		pool->used |= mask;
		pool->first |= 1ULL << first;
		return pool->base + ((phys_addr_t)first << PAGE_SHIFT);
	}
	return 0;
}

/* As it was allocated, or not at all. */
static bool is_allocation(const struct shim_pool *pool, phys_addr_t phys, size_t size)
{
	unsigned int first = (unsigned int)((phys - pool->base) >> PAGE_SHIFT);
	unsigned int count = pages_of(pool, size);
	u64 mask;

	if (phys < pool->base || (phys & ~PAGE_MASK) || !count || first + count > pool->pages)
		return false;
	mask = mask_of(first, count);
	if ((pool->used & mask) != mask || (pool->first & mask) != 1ULL << first)
		return false;
	first += count;
	return first == pool->pages || (pool->first >> first & 1) || !(pool->used >> first & 1);
}

void shim_pool_free(struct shim_pool *pool, phys_addr_t phys, size_t size)
{
	unsigned int first = (unsigned int)((phys - pool->base) >> PAGE_SHIFT);

	if (!is_allocation(pool, phys, size))
		SHIM_DIE(SHIM_BUG_DOUBLE_FREE);
	pool->used &= ~mask_of(first, pages_of(pool, size));
	pool->first &= ~(1ULL << first);
}
