/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Clients inside the kernel. */
#ifndef SHIM_DRM_DRM_CLIENT_H
#define SHIM_DRM_DRM_CLIENT_H

#include <linux/iosys-map.h>

struct drm_client_buffer {
	struct iosys_map map;
	u32 pitch;
};

int drm_client_buffer_vmap(struct drm_client_buffer *buffer, struct iosys_map *map);
void drm_client_buffer_vunmap(struct drm_client_buffer *buffer);

#endif
