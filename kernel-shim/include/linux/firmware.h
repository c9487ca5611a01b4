/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Firmware images. */
#ifndef SHIM_LINUX_FIRMWARE_H
#define SHIM_LINUX_FIRMWARE_H

#include <linux/device.h>

struct firmware {
	size_t size;
	const u8 *data;
};

int request_firmware(const struct firmware **fw, const char *name, struct device *dev);
void release_firmware(const struct firmware *fw);

#endif
