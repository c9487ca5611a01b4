/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Queues to a hypervisor. */
#ifndef SHIM_LINUX_VIRTIO_H
#define SHIM_LINUX_VIRTIO_H

#include <linux/scatterlist.h>

struct virtqueue;

int virtqueue_add_outbuf(struct virtqueue *vq, struct scatterlist *sg, unsigned int num, void *data,
                         gfp_t gfp);
int virtqueue_add_inbuf(struct virtqueue *vq, struct scatterlist *sg, unsigned int num, void *data,
                        gfp_t gfp);
int virtqueue_add_sgs(struct virtqueue *vq, struct scatterlist *sgs[], unsigned int out_sgs,
                      unsigned int in_sgs, void *data, gfp_t gfp);

#endif
