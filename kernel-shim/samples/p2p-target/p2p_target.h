/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A block target whose requests may live in a peer device's memory. */
#ifndef SAMPLE_P2P_TARGET_H
#define SAMPLE_P2P_TARGET_H

#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>

struct target_request {
	struct pci_dev *p2p_dev; /* the peer whose memory is used; NULL: RAM */
	struct scatterlist *sg;
	unsigned int sg_cnt;
	size_t transfer_len;
	u16 status;
};

int target_request_alloc(struct target_request *req);
void target_request_free(struct target_request *req);
u16 target_report(struct target_request *req, const void *report, size_t len);
u16 target_zero(struct target_request *req);
bool target_may_merge(const struct target_request *req);

#endif
