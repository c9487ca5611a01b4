/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Addresses as devices see them: never equal to physical ones, so that a mix-up shows. */
#ifndef SHIM_DMA_H
#define SHIM_DMA_H

#include "internal.h"

#define SHIM_DMA_OFFSET 0x4000000000ULL
#define SHIM_BUS_OFFSET 0x7000000000ULL

struct device;

pci_bus_addr_t shim_bus_address(phys_addr_t phys);
/* Whether the device's path to the BARs is one that transfers may take. */
bool shim_device_reaches_peer(const struct device *dev);

#endif
