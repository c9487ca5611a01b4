/* SPDX-License-Identifier: GPL-2.0-or-later */
/* I/O memory that ACPI tables name. */
#ifndef SHIM_ACPI_ACPI_IO_H
#define SHIM_ACPI_ACPI_IO_H

#include <linux/io.h>

void __iomem *acpi_os_ioremap(phys_addr_t phys, size_t size);
void __iomem *acpi_os_map_iomem(phys_addr_t phys, size_t size);
void acpi_os_unmap_iomem(void __iomem *virt, size_t size);
void __iomem *acpi_os_get_iomem(phys_addr_t phys, unsigned int size);
void __iomem *acpi_os_map_generic_address(void *address);

#endif
