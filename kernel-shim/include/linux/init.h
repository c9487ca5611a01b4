/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Entry and exit of a module. */
#ifndef SHIM_LINUX_INIT_H
#define SHIM_LINUX_INIT_H

#include <linux/compiler_types.h>

#define module_init(function) int shim_module_init(void) __attribute__((alias(#function)))
#define module_exit(function) void shim_module_exit(void) __attribute__((alias(#function)))

#endif
