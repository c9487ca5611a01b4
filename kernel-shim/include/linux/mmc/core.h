/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Transfers to a memory card. */
#ifndef SHIM_LINUX_MMC_CORE_H
#define SHIM_LINUX_MMC_CORE_H

#include <linux/scatterlist.h>

struct mmc_data {
	unsigned int blksz;
	unsigned int blocks;
	unsigned int sg_len;
	struct scatterlist *sg;
};

#endif
