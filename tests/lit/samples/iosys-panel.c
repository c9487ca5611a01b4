// SPDX-License-Identifier: GPL-2.0-or-later
// A frame buffer of either kind: the wrong one's mistakes, and silence on the correct one.
// RUN: %check-sample iosys-panel %s
#ifndef PART
#define PART "../../../kernel-shim/samples/iosys-panel/correct.c"
#endif
#include PART

#include <linux/io.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static int vmap_vram(struct drm_gem_object *obj, struct iosys_map *map)
{
	iosys_map_set_vaddr_iomem(map, ioremap_wc(SHIM_BAR0, obj->size));
	return 0;
}

static int vmap_ram(struct drm_gem_object *obj, struct iosys_map *map)
{
	iosys_map_set_vaddr(map, kzalloc(obj->size, GFP_KERNEL));
	return 0;
}

int show(const unsigned int *in)
{
	static const struct drm_gem_object_funcs vram = {.vmap = vmap_vram};
	static const struct drm_gem_object_funcs ram = {.vmap = vmap_ram};
	static struct drm_gem_object obj = {.size = PAGE_SIZE};
	static struct panel panel = {.pitch = 256, .height = 16};

	obj.funcs = in[0] ? &vram : &ram;
	if (panel_bind(&panel, &obj))
		return -1;
	panel_clear(&panel);
	panel_update(&panel, in[1]);
	return (int)panel_first_pixel(&panel);
}
SHIM_PROGRAM(show, 2);
