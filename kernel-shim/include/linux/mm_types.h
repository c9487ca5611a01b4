/* SPDX-License-Identifier: GPL-2.0-or-later */
/* struct page and what describes user memory. */
#ifndef SHIM_LINUX_MM_TYPES_H
#define SHIM_LINUX_MM_TYPES_H

#include <asm/page.h>
#include <linux/types.h>

struct address_space;
struct dev_pagemap;

struct page {
	unsigned long flags;
	union {
		struct {
			struct address_space *mapping;
			unsigned long index;
		};
		struct {
			struct dev_pagemap *pgmap;
			void *zone_device_data;
		};
	};
	unsigned long private;
	atomic_t _refcount;
};

struct folio {
	union {
		struct page page;
	};
};

struct vm_operations_struct;
struct file;

struct vm_area_struct {
	unsigned long vm_start;
	unsigned long vm_end;
	pgprot_t vm_page_prot;
	unsigned long vm_flags;
	const struct vm_operations_struct *vm_ops;
	unsigned long vm_pgoff;
	struct file *vm_file;
	void *vm_private_data;
};

typedef unsigned int vm_fault_t;

enum {
	FOLL_WRITE = 1 << 0,
	FOLL_LONGTERM = 1 << 8,
	FOLL_PCI_P2PDMA = 1 << 10,
};

#endif
