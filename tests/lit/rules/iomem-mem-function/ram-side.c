// SPDX-License-Identifier: GPL-2.0-or-later
// memcpy_toio() and memcpy_fromio() have one side that must be ordinary memory.
// RUN: %check
#include <linux/io.h>

void toio_from_io_bad(void __iomem *to, void __iomem *from)
{
	memcpy_toio(to, (void __force *)from, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void fromio_to_io_bad(void __iomem *to, void __iomem *from)
{
	memcpy_fromio((void __force *)to, from, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void copy_through_ram_ok(void __iomem *to, void __iomem *from)
{
	u8 bounce[64];

	memcpy_fromio(bounce, from, sizeof(bounce));
	memcpy_toio(to, bounce, sizeof(bounce));
}
