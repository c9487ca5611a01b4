// SPDX-License-Identifier: GPL-2.0-or-later
// rproc_da_to_va() says through its last argument which kind it returned.
// RUN: %check
#include <linux/io.h>
#include <linux/remoteproc.h>
#include <linux/string.h>

void rproc_checked_ok(struct rproc *rproc, const void *image)
{
	bool is_iomem = false;
	void *va = rproc_da_to_va(rproc, 0, 64, &is_iomem);

	if (!va)
		return;
	if (is_iomem)
		memcpy_toio((void __iomem *)va, image, 64);
	else
		memcpy(va, image, 64);
}

void rproc_null_flag_bad(struct rproc *rproc, const void *image)
{
	void *va = rproc_da_to_va(rproc, 0, 64, NULL);

	if (va)
		memcpy(va, image, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[io-flag-ignored]
}

u32 rproc_unused_flag_bad(struct rproc *rproc)
{
	bool is_iomem;
	u32 *va = rproc_da_to_va(rproc, 0, 64, &is_iomem);

	return va ? *va : 0;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[io-flag-ignored]
}

u32 rproc_wrong_flag_bad(struct rproc *rproc)
{
	bool first_io, second_io;
	u32 *first = rproc_da_to_va(rproc, 0, 64, &first_io);
	u32 *second = rproc_da_to_va(rproc, 64, 64, &second_io);

	if (first_io)
		return 0;
	return *first + *second;
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[io-flag-ignored]
}
