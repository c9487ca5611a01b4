/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Importing and exporting buffers of graphics drivers. */
#ifndef SHIM_DRM_DRM_PRIME_H
#define SHIM_DRM_DRM_PRIME_H

#include <drm/drm_gem.h>

int drm_prime_sg_to_page_array(struct sg_table *sgt, struct page **pages, int max_pages);
int drm_prime_sg_to_dma_addr_array(struct sg_table *sgt, dma_addr_t *addrs, int max_pages);

unsigned long drm_prime_get_contiguous_size(struct sg_table *sgt);
int drm_gem_dmabuf_vmap(struct dma_buf *dma_buf, struct iosys_map *map);
struct sg_table *drm_gem_map_dma_buf(struct dma_buf_attachment *attach,
                                     enum dma_data_direction dir);
struct sg_table *drm_prime_pages_to_sg(void *dev, struct page **pages, unsigned int nr_pages);

#endif
