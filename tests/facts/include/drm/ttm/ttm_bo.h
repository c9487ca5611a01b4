/* SPDX-License-Identifier: GPL-2.0-or-later */
struct ttm_bo_kmap_obj {
	void *virtual;
	int bo_kmap_type;
};
