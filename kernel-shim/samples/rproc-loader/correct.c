// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A firmware loader: where a segment goes may be RAM or the processor's own
 * memory, and rproc_da_to_va() says which.  This processor has tightly coupled
 * memory behind a window, and says so.
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

struct tcm {
	void __iomem *base;
	size_t size;
};

static void *tcm_da_to_va(struct rproc *rproc, u64 da, size_t len, bool *is_iomem)
{
	struct tcm *tcm = rproc->priv;

	if (da + len > tcm->size)
		return NULL;
	if (is_iomem)
		*is_iomem = true;
	return (void __force *)(tcm->base + da);
}

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

u32 tcm_boot_word(struct rproc *rproc)
{
	struct tcm *tcm = rproc->priv;

	return readl(tcm->base);
}

const struct rproc_ops tcm_ops = {
	.da_to_va = tcm_da_to_va,
};
