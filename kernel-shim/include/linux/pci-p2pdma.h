/* SPDX-License-Identifier: GPL-2.0-or-later */
/* BAR memory handed out for transfers between devices. */
#ifndef SHIM_LINUX_PCI_P2PDMA_H
#define SHIM_LINUX_PCI_P2PDMA_H

#include <linux/memremap.h>
#include <linux/pci.h>

struct scatterlist;

int pci_p2pdma_add_resource(struct pci_dev *pdev, int bar, size_t size, u64 offset);
int pci_p2pdma_distance_many(struct pci_dev *provider, struct device **clients, int num_clients,
                             bool verbose);
#define pci_p2pdma_distance(provider, client, verbose) \
	pci_p2pdma_distance_many(provider, &(client), 1, verbose)
bool pci_has_p2pmem(struct pci_dev *pdev);
struct pci_dev *pci_p2pmem_find_many(struct device **clients, int num_clients);
#define pci_p2pmem_find(client) pci_p2pmem_find_many(&(client), 1)
void *pci_alloc_p2pmem(struct pci_dev *pdev, size_t size);
void pci_free_p2pmem(struct pci_dev *pdev, void *addr, size_t size);
pci_bus_addr_t pci_p2pmem_virt_to_bus(struct pci_dev *pdev, void *addr);
struct scatterlist *pci_p2pmem_alloc_sgl(struct pci_dev *pdev, unsigned int *nents, u32 length);
void pci_p2pmem_free_sgl(struct pci_dev *pdev, struct scatterlist *sgl);
void pci_p2pmem_publish(struct pci_dev *pdev, bool publish);

#endif
