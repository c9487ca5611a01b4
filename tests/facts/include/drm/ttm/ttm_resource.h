/* SPDX-License-Identifier: GPL-2.0-or-later */
struct ttm_bus_placement {
	void *addr;
	bool is_iomem;
};
