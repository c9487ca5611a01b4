/* SPDX-License-Identifier: GPL-2.0-or-later */
struct io_mapping {
	u64 base;
	void *iomem;
};
