/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Configuration space that is mapped as memory. */
#ifndef SHIM_LINUX_PCI_ECAM_H
#define SHIM_LINUX_PCI_ECAM_H

#include <linux/io.h>

struct pci_bus;

void __iomem *pci_ecam_map_bus(struct pci_bus *bus, unsigned int devfn, int where);

#endif
