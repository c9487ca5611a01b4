/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Endpoint controllers. */
#ifndef SHIM_LINUX_PCI_EPC_H
#define SHIM_LINUX_PCI_EPC_H

#include <linux/io.h>

struct pci_epc;

void __iomem *pci_epc_mem_alloc_addr(struct pci_epc *epc, phys_addr_t *phys_addr, size_t size);
void pci_epc_mem_free_addr(struct pci_epc *epc, phys_addr_t phys_addr, void __iomem *virt_addr,
                           size_t size);

#endif
