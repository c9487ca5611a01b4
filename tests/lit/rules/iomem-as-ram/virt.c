// SPDX-License-Identifier: GPL-2.0-or-later
// An ioremap() token is no linear address: there is no page behind it.
// RUN: %check
#include <linux/io.h>
#include <linux/mm.h>

struct page *virt_to_page_bad(void __iomem *base)
{
	return virt_to_page((void __force *)base);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-as-ram]
}

phys_addr_t virt_to_phys_bad(void __iomem *base)
{
	return virt_to_phys((void __force *)base);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-as-ram]
}

struct page *vmalloc_to_page_bad(void __iomem *base)
{
	return vmalloc_to_page((void __force *)base);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-as-ram]
}

struct page *virt_to_page_ok(void *address)
{
	return virt_to_page(address);
}

phys_addr_t virt_to_phys_ok(void)
{
	return virt_to_phys((void *)__get_free_page(GFP_KERNEL));
}
