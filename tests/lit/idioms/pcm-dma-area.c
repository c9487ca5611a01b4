// SPDX-License-Identifier: GPL-2.0-or-later
// A stream's buffer in the card's memory: the core copies to it
// (sound/, the dma_area of struct snd_pcm_runtime).
// RUN: %check
#include <linux/string.h>
#include <sound/pcm.h>

struct card {
	void __iomem *sram;
};

int stream_open(struct snd_pcm_substream *substream, struct card *card)
{
	substream->runtime->dma_area = (unsigned char __force *)card->sram;
	substream->runtime->dma_bytes = 4096;
	return 0;
}

void stream_silence_bad(struct snd_pcm_substream *substream)
{
	struct snd_pcm_runtime *runtime = substream->runtime;

	memset(runtime->dma_area, 0, runtime->dma_bytes);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iomem-mem-function]
}
