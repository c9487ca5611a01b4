// SPDX-License-Identifier: GPL-2.0-or-later
// I/O memory goes back the way it came.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

void kfree_bad(resource_size_t start)
{
	void *window = (void __force *)ioremap(start, 64);

	kfree(window);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-as-ram]
}

void vfree_bad(resource_size_t start)
{
	vfree((void __force *)ioremap(start, 64));
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-as-ram]
}

void memunmap_bad(resource_size_t start)
{
	memunmap((void __force *)ioremap(start, 64));
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-as-ram]
}

void iounmap_ok(resource_size_t start)
{
	void *window = (void __force *)ioremap(start, 64);

	iounmap((void __iomem *)window);
}
