/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Copies between user space and a sound card's memory. */
#ifndef SHIM_SOUND_CORE_H
#define SHIM_SOUND_CORE_H

#include <linux/io.h>

int copy_to_user_fromio(void __user *dst, const volatile void __iomem *src, size_t count);
int copy_from_user_toio(volatile void __iomem *dst, const void __user *src, size_t count);

#endif
