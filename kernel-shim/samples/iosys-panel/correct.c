// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A panel whose frame buffer is RAM or video memory: all accesses go through
 * the functions for struct iosys_map, or after its test.
 */

#include <drm/drm_gem.h>
#include <linux/fb.h>
#include <linux/iosys-map.h>
#include <linux/kernel.h>

struct panel {
	struct iosys_map map; /* of the scanout buffer */
	unsigned int pitch;
	unsigned int height;
	u8 shadow[4096];
};

int panel_bind(struct panel *panel, struct drm_gem_object *obj)
{
	return drm_gem_vmap_unlocked(obj, &panel->map);
}

void panel_clear(struct panel *panel)
{
	iosys_map_memset(&panel->map, 0, 0, (size_t)panel->pitch * panel->height);
}

void panel_update(struct panel *panel, unsigned int line)
{
	size_t offset = (size_t)line * panel->pitch;

	iosys_map_memcpy_to(&panel->map, offset, panel->shadow, panel->pitch);
}

u32 panel_first_pixel(struct panel *panel)
{
	if (panel->map.is_iomem)
		return readl(panel->map.vaddr_iomem);
	return *(u32 *)panel->map.vaddr;
}
