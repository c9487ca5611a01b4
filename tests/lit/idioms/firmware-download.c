// SPDX-License-Identifier: GPL-2.0-or-later
// A firmware loader that copies with memcpy() through __force
// (drivers/media/platform/st/sti/c8sectpfe/c8sectpfe-core.c).
// RUN: %check
#include <linux/firmware.h>
#include <linux/io.h>
#include <linux/string.h>

struct engine {
	void __iomem *io;
};

static void load_segment(const u8 *src, u32 size, u8 __iomem *dst)
{
	memcpy((void __force *)dst, (void *)src, size);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
	memset((void __force *)dst + size, 0, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}

void firmware_download_bad(struct engine *engine, const struct firmware *fw)
{
	load_segment(fw->data, (u32)fw->size, (u8 __iomem *)engine->io);
}
