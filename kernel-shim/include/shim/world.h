/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a program of the reference implementation finds in its world.
 *
 * BAR 0: registers, no struct pages.  BAR 2: memory with struct pages, handed out
 * by pci_alloc_p2pmem() and p2pmem_alloc().  BAR 4: memory without side effects and
 * without struct pages; memremap() accepts it.
 */
#ifndef SHIM_WORLD_H
#define SHIM_WORLD_H

#include <linux/types.h>

#define SHIM_BAR0 0xe0000000ULL
#define SHIM_BAR2 0xe1000000ULL
#define SHIM_BAR4 0xe2000000ULL
#define SHIM_BAR_SIZE 0x20000UL

struct device;
struct dma_buf;
struct p2pmem_dev;
struct pci_dev;
struct platform_device;
struct rproc;

/* The device with the three BARs, a client that can reach them, one that cannot. */
struct pci_dev *shim_pci_dev(void);
struct device *shim_device(void);
struct device *shim_unreachable_device(void);

/* The provider of the 2017 interface, over BAR 2. */
struct p2pmem_dev *shim_p2pmem(void);

/* A platform device whose resource 0 is BAR 0. */
struct platform_device *shim_platform_device(void);

/* A buffer that its exporter keeps in RAM or in BAR 2; SHIM_BUFFER_SIZE bytes. */
#define SHIM_BUFFER_SIZE 0x3000UL
struct dma_buf *shim_dma_buf(bool is_iomem);

/* Device addresses below 0x1000 are RAM, from there on BAR 0. */
#define SHIM_RPROC_RAM 0x0ULL
#define SHIM_RPROC_IO 0x1000ULL
struct rproc *shim_rproc(void);

/* 8 KiB of user memory: the first page is RAM, the second is in BAR 2. */
#define SHIM_USER_SIZE 0x2000UL
void __user *shim_user(void);

#endif
