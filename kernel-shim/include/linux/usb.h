/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Transfers over USB: the buffer is mapped for DMA. */
#ifndef SHIM_LINUX_USB_H
#define SHIM_LINUX_USB_H

#include <linux/types.h>

struct usb_device;

int usb_bulk_msg(struct usb_device *usb_dev, unsigned int pipe, void *data, int len,
                 int *actual_length, int timeout);

#endif
