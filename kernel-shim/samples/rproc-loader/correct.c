// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A firmware loader: where a segment goes may be RAM or the processor's own
 * memory, and rproc_da_to_va() says which.
 */

#include <linux/firmware.h>
#include <linux/io.h>
#include <linux/remoteproc.h>
#include <linux/string.h>

struct segment_header {
	u32 da;
	u32 offset;
	u32 size;
};

static int load_segment(struct rproc *rproc, const struct segment_header *header, const u8 *image)
{
	bool is_iomem = false;
	void *to = rproc_da_to_va(rproc, header->da, header->size, &is_iomem);

	if (!to)
		return -EINVAL;
	if (is_iomem)
		memcpy_toio((void __iomem __force *)to, image + header->offset, header->size);
	else
		memcpy(to, image + header->offset, header->size);
	return 0;
}

int load_firmware(struct rproc *rproc, const struct firmware *fw)
{
	const struct segment_header *header = (const struct segment_header *)fw->data;
	int ret = 0;

	for (; header->size && !ret; header++)
		ret = load_segment(rproc, header, fw->data);
	return ret;
}
