// SPDX-License-Identifier: GPL-2.0-or-later
// Reed-Solomon coding reads, and corrects, what its arguments name (fs/pstore).
// RUN: %check
#include <linux/io.h>
#include <linux/rslib.h>

struct zone {
	struct rs_control *decoder;
	void *buffer;
	u16 parity[16];
};

int zone_map(struct zone *zone, resource_size_t start)
{
	zone->buffer = (void __force *)ioremap_wc(start, 4096);
	return zone->buffer ? 0 : -ENOMEM;
}

int zone_encode_bad(struct zone *zone)
{
	return encode_rs8(zone->decoder, zone->buffer, 128, zone->parity, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}plain read{{.*}}[iomem-mem-function]
}

int zone_decode_bad(struct zone *zone)
{
	return decode_rs8(zone->decoder, zone->buffer, zone->parity, 128, NULL, 0, NULL, 0, NULL);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}plain write{{.*}}[iomem-mem-function]
}

int ram_ok(struct rs_control *rs, u8 *data, u16 *parity)
{
	return encode_rs8(rs, data, 128, parity, 0)
	               ?: decode_rs8(rs, data, parity, 128, NULL, 0, NULL, 0, NULL);
}
