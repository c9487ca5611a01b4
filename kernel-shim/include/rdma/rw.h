/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Remote reads and writes of a scatterlist. */
#ifndef SHIM_RDMA_RW_H
#define SHIM_RDMA_RW_H

#include <rdma/ib_verbs.h>

struct ib_qp;
struct rdma_rw_ctx {
	u32 nr_ops;
};

int rdma_rw_ctx_init(struct rdma_rw_ctx *ctx, struct ib_qp *qp, u32 port_num,
                     struct scatterlist *sg, u32 sg_cnt, u32 sg_offset, u64 remote_addr, u32 rkey,
                     enum dma_data_direction dir);

#endif
