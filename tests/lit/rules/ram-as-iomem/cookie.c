// SPDX-License-Identifier: GPL-2.0-or-later
// A port cookie needs ioreadX(): readl() takes it for an address.
// RUN: %check
#include <linux/io.h>

u32 cookie_readl_bad(unsigned long port)
{
	return readl(ioport_map(port, 8));
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[ram-as-iomem]
}

u32 cookie_ioread_ok(unsigned long port)
{
	return ioread32(ioport_map(port, 8));
}
