// SPDX-License-Identifier: GPL-2.0-or-later
// A map that is made once and kept: the copy a caller gets is the new or the old
// one, and its own is_iomem tells (qxl_bo_vmap_locked(), drivers/gpu/drm/qxl/qxl_object.c).
// RUN: %check
#include <drm/ttm/ttm_bo.h>
#include <linux/io.h>
#include <linux/iosys-map.h>
#include <linux/string.h>

struct object {
	struct ttm_buffer_object *bo;
	struct iosys_map map;
	int map_count;
};

static int object_vmap(struct object *object, struct iosys_map *map)
{
	int ret;

	if (object->map_count == 0) {
		ret = ttm_bo_vmap(object->bo, &object->map);
		if (ret)
			return ret;
	}
	object->map_count++;
	*map = object->map;
	return 0;
}

int object_fill_ok(struct object *object, const void *data, size_t size)
{
	struct iosys_map map;
	int ret = object_vmap(object, &map);

	if (ret)
		return ret;
	if (map.is_iomem)
		memcpy_toio(map.vaddr_iomem, data, size);
	else
		memcpy(map.vaddr, data, size);
	return 0;
}

int object_fill_bad(struct object *object, const void *data, size_t size)
{
	struct iosys_map map;
	int ret = object_vmap(object, &map);

	if (ret)
		return ret;
	memcpy(map.vaddr, data, size);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[iosys-map-unchecked]
	return 0;
}
