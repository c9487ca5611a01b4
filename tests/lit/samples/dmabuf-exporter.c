// SPDX-License-Identifier: GPL-2.0-or-later
// An exporter of video memory: the wrong one's mistakes, and silence on the correct one.
// RUN: %check-sample dmabuf-exporter %s
#ifndef PART
#define PART "../../../kernel-shim/samples/dmabuf-exporter/correct.c"
#endif
#include PART

#include <shim/program.h>
#include <shim/world.h>

int export(const unsigned int *in)
{
	static struct vram vram;
	static struct vram_buffer buffer = {.vram = &vram, .offset = PAGE_SIZE, .size = PAGE_SIZE};
	struct dma_buf_attachment *attach;
	struct dma_buf *dmabuf;
	struct sg_table *sgt;
	struct iosys_map map;

	if (vram_init(&vram, shim_pci_dev()))
		return -1;
	dmabuf = vram_export(&buffer);
	if (in[0]) {
		attach = dma_buf_attach(dmabuf, shim_device());
		sgt = dma_buf_map_attachment_unlocked(attach, DMA_TO_DEVICE);
		if (!IS_ERR(sgt))
			dma_buf_unmap_attachment_unlocked(attach, sgt, DMA_TO_DEVICE);
		dma_buf_detach(dmabuf, attach);
	}
	if (in[1] && dma_buf_vmap_unlocked(dmabuf, &map) == 0) {
		iosys_map_wr(&map, 0, u32, 1);
		dma_buf_vunmap_unlocked(dmabuf, &map);
	}
	return 0;
}
SHIM_PROGRAM(export, 2);
