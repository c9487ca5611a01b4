// SPDX-License-Identifier: GPL-2.0-or-later
// The flexible array at the end of a record is the record's own memory.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct packet {
	u32 length;
	u8 data[];
};

u8 flexible_bad(void __iomem *base)
{
	struct packet *packet = (struct packet *)base;

	return packet->data[3];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-deref]
}

void flexible_copy_ok(void __iomem *base, u32 length)
{
	struct packet *packet = kmalloc(sizeof(*packet) + length, GFP_KERNEL);

	if (!packet)
		return;
	memcpy_fromio(packet->data, base, length);
	packet->length = packet->data[0];
}
