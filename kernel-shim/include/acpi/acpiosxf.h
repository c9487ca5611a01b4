/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What ACPICA asks of the system: tables are read like RAM. */
#ifndef SHIM_ACPI_ACPIOSXF_H
#define SHIM_ACPI_ACPIOSXF_H

#include <linux/types.h>

void *acpi_os_map_memory(u64 where, size_t length);
void acpi_os_unmap_memory(void *logical_address, size_t size);

#endif
