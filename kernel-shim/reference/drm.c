// SPDX-License-Identifier: GPL-2.0-or-later
/* Mapping a graphics buffer: its own way, or the exporter's for an imported one. */
#include "internal.h"

#include <drm/drm_gem.h>
#include <linux/dma-buf.h>

int drm_gem_vmap(struct drm_gem_object *obj, struct iosys_map *map)
{
	if (obj->import_attach)
		return dma_buf_vmap(obj->import_attach->dmabuf, map);
	if (!obj->funcs || !obj->funcs->vmap)
		return -EOPNOTSUPP;
	return obj->funcs->vmap(obj, map);
}

void drm_gem_vunmap(struct drm_gem_object *obj, struct iosys_map *map)
{
	if (obj->import_attach)
		dma_buf_vunmap(obj->import_attach->dmabuf, map);
	else if (obj->funcs && obj->funcs->vunmap)
		obj->funcs->vunmap(obj, map);
	iosys_map_clear(map);
}

int drm_gem_vmap_unlocked(struct drm_gem_object *obj, struct iosys_map *map)
{
	return drm_gem_vmap(obj, map);
}

void drm_gem_vunmap_unlocked(struct drm_gem_object *obj, struct iosys_map *map)
{
	drm_gem_vunmap(obj, map);
}
