/* SPDX-License-Identifier: GPL-2.0-or-later */
typedef struct {
	u64 val;
} pfn_t;
