#include <linux/io.h>
#include <linux/iosys-map.h>
#include <linux/string.h>
#include <drm/ttm/ttm_bo.h>
struct bo { struct ttm_buffer_object *tbo; struct iosys_map map; void *kptr; int map_count; };

static int bo_vmap(struct bo *bo, struct iosys_map *map)
{
	int r;

	if (bo->kptr) {
		bo->map_count++;
		goto out;
	}
	r = ttm_bo_vmap(bo->tbo, &bo->map);
	if (r)
		return r;
out:
	*map = bo->map;
	return 0;
}

int copy_ok(struct bo *bo, void *data, size_t size)
{
	struct iosys_map map;
	int r = bo_vmap(bo, &map);

	if (r)
		return r;
	if (map.is_iomem)
		memcpy_toio(map.vaddr_iomem, data, size);
	else
		memcpy(map.vaddr, data, size);
	return 0;
}
