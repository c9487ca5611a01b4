/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Handing a buffer to a process. */
#ifndef SHIM_DMA_BUF_H
#define SHIM_DMA_BUF_H

struct dma_buf;

/* The number that dma_buf_get() takes; negative when there is none left. */
int shim_dma_buf_install(struct dma_buf *dmabuf);

#endif
