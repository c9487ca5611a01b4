/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A block target whose requests may live in a peer device's memory. */
#ifndef SAMPLE_P2P_TARGET_H
#define SAMPLE_P2P_TARGET_H

#include <linux/device.h>
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>

enum target_opcode {
	TARGET_WRITE, /* the device moves the data */
	TARGET_REPORT,
	TARGET_ZERO,
	TARGET_OPCODES,
};

enum target_status {
	TARGET_OK,
	TARGET_NO_SPACE = 0x4001,
	TARGET_NOT_SUPPORTED,
	TARGET_SHORT,
};

struct target_request {
	struct device *dma_dev;
	struct pci_dev *p2p_dev; /* the peer whose memory is used; NULL: RAM */
	struct scatterlist *sg;
	unsigned int sg_cnt;
	size_t transfer_len;
	enum target_opcode opcode;
	u16 status;
};

/* From a command to its status: memory, the command, memory. */
void target_execute(struct target_request *req);
bool target_may_merge(const struct target_request *req);

#endif
