/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Registers of a virtio device on PCI. */
#ifndef SHIM_LINUX_VIRTIO_PCI_MODERN_H
#define SHIM_LINUX_VIRTIO_PCI_MODERN_H

#include <linux/io.h>

struct virtio_pci_modern_device;

void __iomem *vp_modern_map_vq_notify(struct virtio_pci_modern_device *mdev, u16 index,
                                      resource_size_t *pa);

#endif
