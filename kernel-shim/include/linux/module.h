/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Module boilerplate. */
#ifndef SHIM_LINUX_MODULE_H
#define SHIM_LINUX_MODULE_H

#include <linux/init.h>
#include <linux/kernel.h>

struct module;
#define THIS_MODULE ((struct module *)0)
#define MODULE_LICENSE(text) struct shim_module_license
#define MODULE_DESCRIPTION(text) struct shim_module_description
#define MODULE_AUTHOR(text) struct shim_module_author
#define MODULE_DEVICE_TABLE(type, name) struct shim_module_device_table

#define SHIM_EXPORT_SYMBOL(symbol)        \
	extern __typeof__(symbol) symbol; \
	static void *const shim_export_##symbol __used = (void *)&symbol
#define EXPORT_SYMBOL(symbol) SHIM_EXPORT_SYMBOL(symbol)
#define EXPORT_SYMBOL_GPL(symbol) SHIM_EXPORT_SYMBOL(symbol)

#endif
