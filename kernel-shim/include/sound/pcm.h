/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Streams of a sound card; dma_area may be I/O memory. */
#ifndef SHIM_SOUND_PCM_H
#define SHIM_SOUND_PCM_H

#include <linux/device.h>
#include <linux/io.h>
#include <linux/uio.h>

struct snd_pcm_runtime {
	unsigned char *dma_area;
	dma_addr_t dma_addr;
	size_t dma_bytes;
	void *private_data;
};

struct snd_pcm_substream {
	struct snd_pcm_runtime *runtime;
	void *private_data;
};

int copy_to_iter_fromio(struct iov_iter *itert, const void __iomem *src, size_t count);
int copy_from_iter_toio(void __iomem *dst, struct iov_iter *iter, size_t count);

#endif
