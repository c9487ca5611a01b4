/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Video buffers in scattered pages. */
#ifndef SHIM_MEDIA_VIDEOBUF2_DMA_SG_H
#define SHIM_MEDIA_VIDEOBUF2_DMA_SG_H

#include <linux/scatterlist.h>
#include <media/videobuf2-core.h>

static inline struct sg_table *vb2_dma_sg_plane_desc(struct vb2_buffer *vb, unsigned int plane_no)
{
	return (struct sg_table *)vb2_plane_cookie(vb, plane_no);
}

#endif
