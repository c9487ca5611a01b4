/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mapping parts of a large write-combining window. */
#ifndef SHIM_LINUX_IO_MAPPING_H
#define SHIM_LINUX_IO_MAPPING_H

#include <linux/io.h>

struct io_mapping {
	resource_size_t base;
	unsigned long size;
	pgprot_t prot;
	void __iomem *iomem;
};

struct io_mapping *io_mapping_create_wc(resource_size_t base, unsigned long size);
void io_mapping_free(struct io_mapping *iomap);
void __iomem *io_mapping_map_wc(struct io_mapping *mapping, unsigned long offset,
                                unsigned long size);
void __iomem *io_mapping_map_local_wc(struct io_mapping *mapping, unsigned long offset);
void io_mapping_unmap(void __iomem *vaddr);
void io_mapping_unmap_local(void __iomem *vaddr);

void __iomem *io_mapping_map_atomic_wc(struct io_mapping *mapping, unsigned long offset);
void io_mapping_unmap_atomic(void __iomem *vaddr);
struct io_mapping *io_mapping_init_wc(struct io_mapping *iomap, resource_size_t base,
                                      unsigned long size);

#endif
