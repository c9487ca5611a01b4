/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pools of special memory. */
#ifndef SHIM_LINUX_GENALLOC_H
#define SHIM_LINUX_GENALLOC_H

#include <linux/device.h>

struct gen_pool;

struct gen_pool *gen_pool_create(int min_alloc_order, int nid);
int gen_pool_add_virt(struct gen_pool *pool, unsigned long virt, phys_addr_t phys, size_t size,
                      int nid);
unsigned long gen_pool_alloc(struct gen_pool *pool, size_t size);
void *gen_pool_dma_alloc(struct gen_pool *pool, size_t size, dma_addr_t *dma);
void gen_pool_free(struct gen_pool *pool, unsigned long addr, size_t size);

#endif
