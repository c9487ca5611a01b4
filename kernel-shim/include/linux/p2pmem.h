/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The provider interface of the 2017 proposal. */
#ifndef SHIM_LINUX_P2PMEM_H
#define SHIM_LINUX_P2PMEM_H

#include <linux/device.h>
#include <linux/mm_types.h>

struct pci_dev;
struct p2pmem_dev;
struct scatterlist;

struct p2pmem_dev *p2pmem_create(struct device *parent);
void p2pmem_unregister(struct p2pmem_dev *p);
int p2pmem_add_resource(struct p2pmem_dev *p, struct resource *res);
int p2pmem_add_pci_region(struct p2pmem_dev *p, struct pci_dev *pdev, int bar);
void *p2pmem_alloc(struct p2pmem_dev *p, size_t size);
void p2pmem_free(struct p2pmem_dev *p, void *addr, size_t size);
struct page *p2pmem_alloc_page(struct p2pmem_dev *p);
void p2pmem_free_page(struct p2pmem_dev *p, struct page *page);
struct scatterlist *p2pmem_alloc_sgl(struct p2pmem_dev *p, unsigned int *nents, u32 length);
void p2pmem_free_sgl(struct p2pmem_dev *p, struct scatterlist *sgl);

#endif
