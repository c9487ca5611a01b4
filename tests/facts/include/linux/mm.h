/* SPDX-License-Identifier: GPL-2.0-or-later */
struct follow_pfnmap_args {
	unsigned long pfn;
};
