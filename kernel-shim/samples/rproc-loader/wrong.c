// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A firmware loader that throws away what rproc_da_to_va() says, and a
 * processor that does not say it.
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
	/* never-warns: what is wrong is that the flag stays as it is */
	return (void __force *)(tcm->base + da); /* wrong: io-flag-missing */
}

static int load_segment(struct rproc *rproc, const struct segment_header *header, const u8 *image)
{
	void *to = rproc_da_to_va(rproc, header->da, header->size, NULL);

	if (!to)
		return -EINVAL;
	memcpy(to, image + header->offset, header->size); /* wrong: io-flag-ignored */
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
	u32 *vector = tcm_da_to_va(rproc, 0, sizeof(*vector), NULL);

	return vector ? vector[0] : 0; /* wrong: iomem-deref */
}

const struct rproc_ops tcm_ops = {
	.da_to_va = tcm_da_to_va,
};
