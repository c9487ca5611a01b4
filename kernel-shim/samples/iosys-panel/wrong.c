// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A panel that works as long as its frame buffer is RAM: nothing asks what the
 * mapping is.
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
	size_t size = (size_t)panel->pitch * panel->height;

	memset(panel->map.vaddr, 0, size); /* wrong: iosys-map-unchecked */
}

void panel_update(struct panel *panel, unsigned int line)
{
	u8 *row = (u8 *)panel->map.vaddr + (size_t)line * panel->pitch;

	for (unsigned int i = 0; i < panel->pitch; i++)
		row[i] = panel->shadow[i]; /* wrong: iosys-map-unchecked */
}

u32 panel_first_pixel(struct panel *panel)
{
	if (!panel->map.is_iomem)
		return 0;
	return *(u32 *)panel->map.vaddr; /* wrong: iomem-deref */
}
