/* SPDX-License-Identifier: GPL-2.0-or-later */
/* IS_ENABLED() and what the shim's configuration enables. */
#ifndef SHIM_LINUX_KCONFIG_H
#define SHIM_LINUX_KCONFIG_H

#define CONFIG_64BIT 1
#define CONFIG_PCI 1
#define CONFIG_PCI_P2PDMA 1
#define CONFIG_DMA_SHARED_BUFFER 1

#define SHIM_SECOND_ARGUMENT(ignored, value, ...) value
#define SHIM_PLACEHOLDER_1 0,
#define SHIM_IS_DEFINED_3(junk) SHIM_SECOND_ARGUMENT(junk 1, 0, 0)
#define SHIM_IS_DEFINED_2(value) SHIM_IS_DEFINED_3(SHIM_PLACEHOLDER_##value)
#define SHIM_IS_DEFINED(x) SHIM_IS_DEFINED_2(x)
#define IS_BUILTIN(option) SHIM_IS_DEFINED(option)
#define IS_MODULE(option) SHIM_IS_DEFINED(option##_MODULE)
#define IS_ENABLED(option) (IS_BUILTIN(option) || IS_MODULE(option))

#endif
