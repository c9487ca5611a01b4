// SPDX-License-Identifier: GPL-2.0-or-later
/* DMA mapping: addresses for devices, and what is mapped now. */
#include "carrier.h"
#include "dma.h"

#include <linux/dma-map-ops.h>
#include <linux/dma-mapping.h>
#include <linux/io.h>
#include <linux/slab.h>

#define MAX_MAPPED 1024

struct mapped {
	dma_addr_t addr; /* of a single mapping */
	const struct scatterlist *sgl;
	int nents;
	bool is_used;
};

static struct mapped mapped[MAX_MAPPED];

pci_bus_addr_t shim_bus_address(phys_addr_t phys)
{
	return phys + SHIM_BUS_OFFSET;
}

static void remember(struct mapped what)
{
	for (unsigned int i = 0; i < MAX_MAPPED; i++) {
		if (mapped[i].is_used)
			continue;
		mapped[i] = what;
		mapped[i].is_used = true;
		return;
	}
	BUG();
}

static void forget(struct mapped what)
{
	for (unsigned int i = 0; i < MAX_MAPPED; i++) {
		if (mapped[i].is_used && mapped[i].addr == what.addr && mapped[i].sgl == what.sgl &&
		    mapped[i].nents == what.nents) {
			mapped[i].is_used = false;
			return;
		}
	}
	SHIM_DIE(SHIM_BUG_DOUBLE_UNMAP);
}

static dma_addr_t map_single(phys_addr_t phys)
{
	struct mapped what = {.addr = phys + SHIM_DMA_OFFSET};

	remember(what);
	return what.addr;
}

dma_addr_t dma_map_page_attrs(struct device *dev, struct page *page, size_t offset, size_t size,
                              enum dma_data_direction dir, unsigned long attrs)
{
	(void)dev;
	(void)size;
	(void)dir;
	(void)attrs;
	if (shim_check_page(page)) {
		SHIM_WARN(SHIM_DMA_SINGLE_IO);
		return DMA_MAPPING_ERROR;
	}
	return map_single(page_to_phys(page) + offset);
}

dma_addr_t dma_map_single_attrs(struct device *dev, void *ptr, size_t size,
                                enum dma_data_direction dir, unsigned long attrs)
{
	(void)dev;
	(void)dir;
	(void)attrs;
	if (shim_touches_io(ptr, size)) {
		SHIM_WARN(SHIM_DMA_SINGLE_IO);
		return DMA_MAPPING_ERROR;
	}
	return map_single(virt_to_phys(ptr));
}

void dma_unmap_single_attrs(struct device *dev, dma_addr_t addr, size_t size,
                            enum dma_data_direction dir, unsigned long attrs)
{
	(void)dev;
	(void)size;
	(void)dir;
	(void)attrs;
	forget((struct mapped){.addr = addr});
}

void dma_unmap_page_attrs(struct device *dev, dma_addr_t addr, size_t size,
                          enum dma_data_direction dir, unsigned long attrs)
{
	dma_unmap_single_attrs(dev, addr, size, dir, attrs);
}

dma_addr_t dma_map_resource(struct device *dev, phys_addr_t phys_addr, size_t size,
                            enum dma_data_direction dir, unsigned long attrs)
{
	(void)dev;
	(void)size;
	(void)dir;
	(void)attrs;
	if (shim_phys_is_ram((unsigned long)phys_addr)) {
		SHIM_WARN(SHIM_DMA_RESOURCE_RAM);
		return DMA_MAPPING_ERROR;
	}
	return map_single(phys_addr);
}

void dma_unmap_resource(struct device *dev, dma_addr_t addr, size_t size,
                        enum dma_data_direction dir, unsigned long attrs)
{
	dma_unmap_single_attrs(dev, addr, size, dir, attrs);
}

int dma_mapping_error(struct device *dev, dma_addr_t dma_addr)
{
	(void)dev;
	return dma_addr == DMA_MAPPING_ERROR ? -ENOMEM : 0;
}

/* A list whose entries the device can all reach. */
static bool can_map(struct device *dev, struct scatterlist *sgl, int nents)
{
	struct scatterlist *sg;
	int i;

	for_each_sg(sgl, sg, nents, i)
	{
		if (!carrier_has_page(shim_entry(sg)) && !carrier_is_iomem(sg))
			return false;
		if (shim_entry_is_io(sg) && !shim_device_reaches_peer(dev))
			return false;
	}
	return true;
}

static void set_segment(struct scatterlist *sg, dma_addr_t addr, unsigned int len, bool is_bus)
{
	sg_dma_address(sg) = addr;
	sg_dma_len(sg) = len;
	sg_dma_unmark_bus_address(sg);
	if (is_bus)
		sg_dma_mark_bus_address(sg);
}

/* Neighbours in RAM become one segment, so segments may be fewer than entries. */
static int map_list(struct scatterlist *sgl, int nents)
{
	struct scatterlist *sg, *segment = NULL;
	int i, count = 0;

	for_each_sg(sgl, sg, nents, i)
	{
		phys_addr_t phys = carrier_phys(sg) + sg->offset;
		bool is_bus = shim_entry_is_io(sg);
		dma_addr_t addr = is_bus ? shim_bus_address(phys) : phys + SHIM_DMA_OFFSET;

		if (segment && !is_bus && !sg_dma_is_bus_address(segment) &&
		    sg_dma_address(segment) + sg_dma_len(segment) == addr) {
			sg_dma_len(segment) += sg->length;
			continue;
		}
		segment = segment ? sg_next(segment) : sgl;
		set_segment(segment, addr, sg->length, is_bus);
		count++;
	}
	return count;
}

/* The number of segments, or an error. */
static int map_sg(struct device *dev, struct scatterlist *sgl, int nents)
{
	shim_need(dev);
	shim_entry(sgl);
	if (nents <= 0)
		SHIM_DIE(SHIM_BUG_ZERO_NENTS);
	if (!can_map(dev, sgl, nents))
		return -EREMOTEIO;
	remember((struct mapped){.sgl = sgl, .nents = nents});
	return map_list(sgl, nents);
}

unsigned int dma_map_sg_attrs(struct device *dev, struct scatterlist *sg, int nents,
                              enum dma_data_direction dir, unsigned long attrs)
{
	int count = map_sg(dev, sg, nents);

	(void)dir;
	(void)attrs;
	return count < 0 ? 0 : (unsigned int)count;
}

void dma_unmap_sg_attrs(struct device *dev, struct scatterlist *sg, int nents,
                        enum dma_data_direction dir, unsigned long attrs)
{
	struct scatterlist *entry;
	int i;

	(void)dev;
	(void)dir;
	(void)attrs;
	shim_entry(sg);
	forget((struct mapped){.sgl = sg, .nents = nents});
	for_each_sg(sg, entry, nents, i) sg_dma_unmark_bus_address(entry);
}

int dma_map_sgtable(struct device *dev, struct sg_table *sgt, enum dma_data_direction dir,
                    unsigned long attrs)
{
	int count;

	(void)dir;
	(void)attrs;
	shim_need(sgt);
	count = map_sg(dev, sgt->sgl, (int)sgt->orig_nents);
	if (count < 0)
		return count;
	sgt->nents = (unsigned int)count;
	return 0;
}

void dma_unmap_sgtable(struct device *dev, struct sg_table *sgt, enum dma_data_direction dir,
                       unsigned long attrs)
{
	shim_need(sgt);
	dma_unmap_sg_attrs(dev, sgt->sgl, (int)sgt->orig_nents, dir, attrs);
}

/* The caches of this machine are coherent. */
void dma_sync_single_for_cpu(struct device *dev, dma_addr_t addr, size_t size,
                             enum dma_data_direction dir)
{
	(void)dev;
	(void)addr;
	(void)size;
	(void)dir;
}

void dma_sync_single_for_device(struct device *dev, dma_addr_t addr, size_t size,
                                enum dma_data_direction dir)
{
	dma_sync_single_for_cpu(dev, addr, size, dir);
}

void dma_sync_sg_for_cpu(struct device *dev, struct scatterlist *sg, int nents,
                         enum dma_data_direction dir)
{
	(void)dev;
	(void)nents;
	(void)dir;
	shim_entry(sg);
}

void dma_sync_sg_for_device(struct device *dev, struct scatterlist *sg, int nents,
                            enum dma_data_direction dir)
{
	dma_sync_sg_for_cpu(dev, sg, nents, dir);
}

void *dma_alloc_attrs(struct device *dev, size_t size, dma_addr_t *dma_handle, gfp_t gfp,
                      unsigned long attrs)
{
	void *kva = kzalloc(PAGE_ALIGN(size), gfp);

	(void)dev;
	(void)attrs;
	if (kva)
		*dma_handle = virt_to_phys(kva) + SHIM_DMA_OFFSET;
	return kva;
}

void dma_free_attrs(struct device *dev, size_t size, void *cpu_addr, dma_addr_t dma_handle,
                    unsigned long attrs)
{
	(void)dev;
	(void)size;
	(void)dma_handle;
	(void)attrs;
	kfree(cpu_addr);
}

void *dma_alloc_coherent(struct device *dev, size_t size, dma_addr_t *dma_handle, gfp_t gfp)
{
	return dma_alloc_attrs(dev, size, dma_handle, gfp, 0);
}

void dma_free_coherent(struct device *dev, size_t size, void *cpu_addr, dma_addr_t dma_handle)
{
	dma_free_attrs(dev, size, cpu_addr, dma_handle, 0);
}

bool dma_pci_p2pdma_supported(struct device *dev)
{
	return shim_device_reaches_peer(dev);
}

enum pci_p2pdma_map_type pci_p2pdma_map_segment(struct pci_p2pdma_map_state *state,
                                                struct device *dev, struct scatterlist *sg)
{
	(void)state;
	if (!shim_entry_is_io(shim_entry(sg)))
		return PCI_P2PDMA_MAP_UNKNOWN;
	if (!shim_device_reaches_peer(dev))
		return PCI_P2PDMA_MAP_NOT_SUPPORTED;
	set_segment(sg, shim_bus_address(carrier_phys(sg) + sg->offset), sg->length, true);
	return PCI_P2PDMA_MAP_BUS_ADDR;
}
