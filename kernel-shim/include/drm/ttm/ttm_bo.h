/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Buffers that move between RAM and video memory. */
#ifndef SHIM_DRM_TTM_TTM_BO_H
#define SHIM_DRM_TTM_TTM_BO_H

#include <linux/iosys-map.h>

struct ttm_buffer_object;

struct ttm_bo_kmap_obj {
	void *virtual;
	struct page *page;
	enum {
		ttm_bo_map_iomap = 1 | 0x80,
		ttm_bo_map_vmap = 2,
		ttm_bo_map_kmap = 3,
		ttm_bo_map_premapped = 4 | 0x80,
	} bo_kmap_type;
	struct ttm_buffer_object *bo;
};

int ttm_bo_kmap(struct ttm_buffer_object *bo, unsigned long start_page, unsigned long num_pages,
                struct ttm_bo_kmap_obj *map);
void ttm_bo_kunmap(struct ttm_bo_kmap_obj *map);
void *ttm_kmap_obj_virtual(struct ttm_bo_kmap_obj *map, bool *is_iomem);
int ttm_bo_vmap(struct ttm_buffer_object *bo, struct iosys_map *map);
void ttm_bo_vunmap(struct ttm_buffer_object *bo, struct iosys_map *map);

#endif
