/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Buffer objects of graphics drivers. */
#ifndef SHIM_DRM_DRM_GEM_H
#define SHIM_DRM_DRM_GEM_H

#include <linux/dma-buf.h>
#include <linux/iosys-map.h>

struct drm_gem_object;

struct drm_gem_object_funcs {
	struct sg_table *(*get_sg_table)(struct drm_gem_object *obj);
	int (*vmap)(struct drm_gem_object *obj, struct iosys_map *map);
	void (*vunmap)(struct drm_gem_object *obj, struct iosys_map *map);
};

struct drm_gem_object {
	size_t size;
	const struct drm_gem_object_funcs *funcs;
	struct dma_buf_attachment *import_attach;
};

int drm_gem_vmap_unlocked(struct drm_gem_object *obj, struct iosys_map *map);
void drm_gem_vunmap_unlocked(struct drm_gem_object *obj, struct iosys_map *map);

struct drm_framebuffer;

int drm_gem_vmap(struct drm_gem_object *obj, struct iosys_map *map);
void drm_gem_vunmap(struct drm_gem_object *obj, struct iosys_map *map);
int drm_gem_fb_vmap(struct drm_framebuffer *fb, struct iosys_map *map, struct iosys_map *data);
int drm_gem_ttm_vmap(struct drm_gem_object *gem, struct iosys_map *map);
int drm_gem_vram_vmap(struct drm_gem_object *gem, struct iosys_map *map);

#endif
