// SPDX-License-Identifier: GPL-2.0-or-later
/* Buffers between drivers: the importer sees addresses for its device, no pages. */
#include "carrier.h"

#include <linux/dma-buf.h>
#include <linux/slab.h>

#include "dma_buf.h"

#define MAX_FILES 16

struct import {
	struct import *next;
	struct dma_buf_attachment *attach;
	struct sg_table *sgt;
};

struct shared {
	struct dma_buf dmabuf; /* first: what the drivers know */
	unsigned int references;
	unsigned int vmaps;
};

static struct import *imports;
static struct shared *files[MAX_FILES];
unsigned long shim_peek_count;

static bool holds(const struct sg_table *sgt, const struct scatterlist *wanted)
{
	struct scatterlist *sg = sgt->sgl;

	for (unsigned int i = 0; sg && i < sgt->orig_nents; i++) {
		if (sg == wanted)
			return true;
		if (carrier_is_last(sg))
			break;
		sg++;
		if (carrier_is_chain(sg))
			sg = carrier_chain(sg);
	}
	return false;
}

bool shim_is_imported(const struct scatterlist *sg)
{
	for (const struct import *import = imports; import; import = import->next) {
		if (holds(import->sgt, sg))
			return true;
	}
	return false;
}

static void mangle(struct sg_table *sgt)
{
	struct scatterlist *sg;
	unsigned int i;

	if (!SHIM_IS(DMABUF_DEBUG, 1))
		return;
	for_each_sgtable_sg(sgt, sg, i) carrier_mangle(sg);
}

static struct shared *shared_of(struct dma_buf *dmabuf)
{
	shim_need(dmabuf);
	return (struct shared *)dmabuf;
}

struct dma_buf *dma_buf_export(const struct dma_buf_export_info *exp_info)
{
	struct shared *shared;

	if (!exp_info->ops || !exp_info->ops->map_dma_buf || !exp_info->ops->unmap_dma_buf)
		return ERR_PTR(-EINVAL);
	shared = kzalloc(sizeof(*shared), GFP_KERNEL);
	if (!shared)
		return ERR_PTR(-ENOMEM);
	shared->dmabuf.ops = exp_info->ops;
	shared->dmabuf.size = exp_info->size;
	shared->dmabuf.exp_name = exp_info->exp_name;
	shared->dmabuf.priv = exp_info->priv;
	shared->references = 1;
	return &shared->dmabuf;
}

int shim_dma_buf_install(struct dma_buf *dmabuf)
{
	for (int fd = 0; fd < MAX_FILES; fd++) {
		if (!files[fd]) {
			files[fd] = shared_of(dmabuf);
			return fd;
		}
	}
	return -EINVAL;
}

struct dma_buf *dma_buf_get(int fd)
{
	if (fd < 0 || fd >= MAX_FILES || !files[fd])
		return ERR_PTR(-EINVAL);
	files[fd]->references++;
	return &files[fd]->dmabuf;
}

void dma_buf_put(struct dma_buf *dmabuf)
{
	struct shared *shared = shared_of(dmabuf);

	if (shared->references == 0)
		SHIM_DIE(SHIM_BUG_DOUBLE_FREE);
	if (--shared->references == 0 && dmabuf->ops->release)
		dmabuf->ops->release(dmabuf);
}

struct dma_buf_attachment *dma_buf_dynamic_attach(struct dma_buf *dmabuf, struct device *dev,
                                                  const struct dma_buf_attach_ops *importer_ops,
                                                  void *importer_priv)
{
	struct dma_buf_attachment *attach;
	int ret = 0;

	shared_of(dmabuf);
	attach = kzalloc(sizeof(*attach), GFP_KERNEL);
	if (!attach)
		return ERR_PTR(-ENOMEM);
	attach->dmabuf = dmabuf;
	attach->dev = dev;
	attach->importer_ops = importer_ops;
	attach->importer_priv = importer_priv;
	attach->peer2peer = importer_ops && importer_ops->allow_peer2peer;
	if (dmabuf->ops->attach)
		ret = dmabuf->ops->attach(dmabuf, attach);
	if (ret) {
		kfree(attach);
		return ERR_PTR(ret);
	}
	return attach;
}

struct dma_buf_attachment *dma_buf_attach(struct dma_buf *dmabuf, struct device *dev)
{
	return dma_buf_dynamic_attach(dmabuf, dev, NULL, NULL);
}

void dma_buf_detach(struct dma_buf *dmabuf, struct dma_buf_attachment *attach)
{
	shared_of(dmabuf);
	shim_need(attach);
	if (dmabuf->ops->detach)
		dmabuf->ops->detach(dmabuf, attach);
	kfree(attach);
}

struct sg_table *dma_buf_map_attachment(struct dma_buf_attachment *attach,
                                        enum dma_data_direction dir)
{
	struct import *import;
	struct sg_table *sgt;

	shim_need(attach);
	sgt = attach->dmabuf->ops->map_dma_buf(attach, dir);
	if (!sgt)
		return ERR_PTR(-ENOMEM);
	if (IS_ERR(sgt))
		return sgt;
	import = kzalloc(sizeof(*import), GFP_KERNEL);
	BUG_ON(!import);
	*import = (struct import){imports, attach, sgt};
	imports = import;
	mangle(sgt);
	return sgt;
}

struct sg_table *dma_buf_map_attachment_unlocked(struct dma_buf_attachment *attach,
                                                 enum dma_data_direction dir)
{
	return dma_buf_map_attachment(attach, dir);
}

void dma_buf_unmap_attachment(struct dma_buf_attachment *attach, struct sg_table *sgt,
                              enum dma_data_direction dir)
{
	struct import **link = &imports;
	struct import *found;

	shim_need(attach);
	shim_need(sgt);
	while (*link && ((*link)->sgt != sgt || (*link)->attach != attach))
		link = &(*link)->next;
	if (!*link)
		SHIM_DIE(SHIM_BUG_DOUBLE_UNMAP);
	mangle(sgt);
	found = *link;
	*link = found->next;
	kfree(found);
	attach->dmabuf->ops->unmap_dma_buf(attach, sgt, dir);
}

void dma_buf_unmap_attachment_unlocked(struct dma_buf_attachment *attach, struct sg_table *sgt,
                                       enum dma_data_direction dir)
{
	dma_buf_unmap_attachment(attach, sgt, dir);
}

int dma_buf_begin_cpu_access(struct dma_buf *dmabuf, enum dma_data_direction dir)
{
	(void)dir;
	shared_of(dmabuf);
	return 0;
}

int dma_buf_end_cpu_access(struct dma_buf *dmabuf, enum dma_data_direction dir)
{
	(void)dir;
	shared_of(dmabuf);
	return 0;
}

/* The exporter maps once; later callers get the same map. */
int dma_buf_vmap(struct dma_buf *dmabuf, struct iosys_map *map)
{
	struct shared *shared = shared_of(dmabuf);
	int ret = 0;

	iosys_map_clear(map);
	if (!dmabuf->ops->vmap)
		return -EINVAL;
	if (shared->vmaps == 0)
		ret = dmabuf->ops->vmap(dmabuf, &dmabuf->vmap_ptr);
	if (ret)
		return ret;
	shared->vmaps++;
	*map = dmabuf->vmap_ptr;
	return 0;
}

int dma_buf_vmap_unlocked(struct dma_buf *dmabuf, struct iosys_map *map)
{
	return dma_buf_vmap(dmabuf, map);
}

void dma_buf_vunmap(struct dma_buf *dmabuf, struct iosys_map *map)
{
	struct shared *shared = shared_of(dmabuf);

	if (shared->vmaps == 0)
		SHIM_DIE(SHIM_BUG_DOUBLE_UNMAP);
	if (!iosys_map_is_equal(map, &dmabuf->vmap_ptr))
		SHIM_WARN(SHIM_BAD_UNMAP);
	if (--shared->vmaps)
		return;
	if (dmabuf->ops->vunmap)
		dmabuf->ops->vunmap(dmabuf, &dmabuf->vmap_ptr);
	iosys_map_clear(&dmabuf->vmap_ptr);
}

void dma_buf_vunmap_unlocked(struct dma_buf *dmabuf, struct iosys_map *map)
{
	dma_buf_vunmap(dmabuf, map);
}
