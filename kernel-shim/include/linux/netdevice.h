/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Network devices and their private data. */
#ifndef SHIM_LINUX_NETDEVICE_H
#define SHIM_LINUX_NETDEVICE_H

#include <linux/device.h>
#include <linux/skbuff.h>

struct net_device {
	char name[16];
	struct device dev;
	void *priv;
};

static inline void *netdev_priv(const struct net_device *dev)
{
	return dev->priv;
}

#endif
