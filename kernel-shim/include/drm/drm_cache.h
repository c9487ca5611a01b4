/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Copies out of write-combining memory, and cache flushes. */
#ifndef SHIM_DRM_DRM_CACHE_H
#define SHIM_DRM_DRM_CACHE_H

#include <linux/iosys-map.h>
#include <linux/scatterlist.h>

void drm_memcpy_from_wc(struct iosys_map *dst, const struct iosys_map *src, unsigned long len);
void drm_clflush_pages(struct page *pages[], unsigned long num_pages);
void drm_clflush_sg(struct sg_table *st);
void drm_clflush_virt_range(void *addr, unsigned long length);

#endif
