/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Peer memory: what pci_p2pdma_*() and p2pmem_*() share. */
#ifndef SHIM_P2P_H
#define SHIM_P2P_H

#include "internal.h"

/* The linear address, or NULL: what both interfaces hand out. */
void *shim_p2p_alloc(struct shim_pool *pool, size_t size);
void shim_p2p_free(struct shim_pool *pool, void *addr, size_t size);
struct scatterlist *shim_p2p_alloc_sgl(struct shim_pool *pool, unsigned int *nents, u32 length);
void shim_p2p_free_sgl(struct shim_pool *pool, struct scatterlist *sgl);

/* Gives the window struct pages; false when the range is no window's. */
bool shim_p2p_add(struct shim_pool *pool, phys_addr_t phys, size_t size);

#endif
