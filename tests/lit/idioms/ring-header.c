// SPDX-License-Identifier: GPL-2.0-or-later
// A ring's header in video memory, reached through a plain field
// (drivers/gpu/drm/qxl/qxl_kms.c).
// RUN: %check
#include <linux/io.h>
#include <linux/pci.h>

struct ram_header {
	u32 int_pending;
	u32 int_mask;
};

struct graphics {
	void __iomem *ram_base;
	struct ram_header *ram_header;
};

int graphics_init(struct graphics *g, struct pci_dev *pdev)
{
	g->ram_base = pci_iomap(pdev, 0, 0);
	if (!g->ram_base)
		return -ENOMEM;
	g->ram_header = (void __force *)(g->ram_base + 0x1000);
	return 0;
}

void graphics_irq_enable_bad(struct graphics *g)
{
	g->ram_header->int_mask = 0xff;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 graphics_pending_bad(struct graphics *g)
{
	return READ_ONCE(g->ram_header->int_pending);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}
