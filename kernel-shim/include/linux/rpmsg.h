/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Messages to another processor. */
#ifndef SHIM_LINUX_RPMSG_H
#define SHIM_LINUX_RPMSG_H

#include <linux/types.h>

struct rpmsg_endpoint;

int rpmsg_send(struct rpmsg_endpoint *ept, void *data, int len);

#endif
