/* SPDX-License-Identifier: GPL-2.0-or-later */
/* User memory of a remote DMA region. */
#ifndef SHIM_RDMA_IB_UMEM_H
#define SHIM_RDMA_IB_UMEM_H

#include <linux/scatterlist.h>

struct ib_device;
struct dma_buf_attach_ops;

struct ib_umem {
	struct ib_device *ibdev;
	u64 iova;
	size_t length;
	unsigned long address;
	struct sg_append_table sgt_append;
};

struct ib_umem_dmabuf {
	struct ib_umem umem;
	struct dma_buf_attachment *attach;
	struct sg_table *sgt;
};

struct ib_umem_dmabuf *ib_umem_dmabuf_get(struct ib_device *device, unsigned long offset,
                                          size_t size, int fd, int access,
                                          const struct dma_buf_attach_ops *ops);
struct ib_umem_dmabuf *ib_umem_dmabuf_get_pinned(struct ib_device *device, unsigned long offset,
                                                 size_t size, int fd, int access);
int ib_umem_copy_from(void *dst, struct ib_umem *umem, size_t offset, size_t length);

#endif
