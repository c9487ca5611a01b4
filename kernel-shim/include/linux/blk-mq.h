/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Requests of a block device with many queues. */
#ifndef SHIM_LINUX_BLK_MQ_H
#define SHIM_LINUX_BLK_MQ_H

#include <linux/blkdev.h>
#include <linux/scatterlist.h>

struct request {
	struct request_queue *q;
	struct bio *bio;
	unsigned int __data_len;
};

struct req_iterator {
	struct bvec_iter iter;
	struct bio *bio;
};

#define rq_for_each_segment(bvl, rq, iterator)                                                     \
	for ((iterator).bio = (rq)->bio; (iterator).bio; (iterator).bio = (iterator).bio->bi_next) \
	bio_for_each_segment(bvl, (iterator).bio, (iterator).iter)
#define rq_for_each_bvec(bvl, rq, iterator) rq_for_each_segment(bvl, rq, iterator)

struct bio_vec req_bvec(struct request *rq);
int blk_rq_map_sg(struct request_queue *q, struct request *rq, struct scatterlist *sglist);
int __blk_rq_map_sg(struct request_queue *q, struct request *rq, struct scatterlist *sglist,
                    struct scatterlist **last_sg);
int blk_rq_map_kern(struct request_queue *q, struct request *rq, void *kbuf, unsigned int len,
                    gfp_t gfp);

#endif
