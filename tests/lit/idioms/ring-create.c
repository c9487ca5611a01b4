// SPDX-License-Identifier: GPL-2.0-or-later
// A constructor that other files may call keeps its argument in a field
// (qxl_ring_create(), drivers/gpu/drm/qxl/qxl_cmd.c).
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct ring_header {
	u32 prod, cons;
};

struct ring {
	struct ring_header *header;
};

struct ram {
	u32 magic;
	struct ring_header commands;
};

struct graphics {
	struct ram *ram;
	struct ring *commands;
};

struct ring *ring_create(struct ring_header *header)
{
	struct ring *ring = kmalloc(sizeof(*ring), GFP_KERNEL);

	if (ring)
		ring->header = header;
	return ring;
}

u32 ring_fill_bad(struct ring *ring)
{
	return ring->header->prod;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

int graphics_init(struct graphics *g, phys_addr_t ram)
{
	g->ram = (void __force *)ioremap_wc(ram, 4096);
	if (!g->ram)
		return -ENOMEM;
	g->commands = ring_create(&g->ram->commands);
	return g->commands ? 0 : -ENOMEM;
}
