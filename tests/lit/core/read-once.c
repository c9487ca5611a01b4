// SPDX-License-Identifier: GPL-2.0-or-later
// READ_ONCE(), WRITE_ONCE() and the acquire and release forms are accesses.
// RUN: %check
#include <linux/compiler.h>
#include <linux/io.h>

struct ring {
	u32 head;
	u32 tail;
};

u32 read_once_bad(struct ring __iomem *ring)
{
	struct ring *r = (struct ring *)ring;

	return READ_ONCE(r->head);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void write_once_bad(struct ring __iomem *ring)
{
	struct ring *r = (struct ring *)ring;

	WRITE_ONCE(r->tail, 1);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 load_acquire_bad(struct ring __iomem *ring)
{
	struct ring *r = (struct ring *)ring;

	return smp_load_acquire(&r->head);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void store_release_bad(struct ring __iomem *ring)
{
	struct ring *r = (struct ring *)ring;

	smp_store_release(&r->tail, 1);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

u32 read_once_pointer_ok(u32 __iomem **slot)
{
	u32 __iomem *reg = READ_ONCE(*slot);

	return readl(reg);
}
