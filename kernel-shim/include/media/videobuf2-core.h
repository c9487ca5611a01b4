/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Video buffers. */
#ifndef SHIM_MEDIA_VIDEOBUF2_CORE_H
#define SHIM_MEDIA_VIDEOBUF2_CORE_H

#include <linux/types.h>

struct vb2_buffer;

void *vb2_plane_vaddr(struct vb2_buffer *vb, unsigned int plane_no);
void *vb2_plane_cookie(struct vb2_buffer *vb, unsigned int plane_no);

#endif
