// SPDX-License-Identifier: GPL-2.0-or-later
/* Peer-to-peer memory, by the interface of 2017 and by mainline's. */
#include "p2p.h"

#include <linux/dma-mapping.h>
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>

#include "dma.h"

#define MAX_PROVIDERS 4

struct provider {
	struct pci_dev *pdev; /* NULL: free */
	bool is_published;
	struct shim_pool pool;
};

struct p2pmem_dev {
	struct device *parent;
	struct shim_pool pool;
};

static struct provider providers[MAX_PROVIDERS];

bool shim_p2p_add(struct shim_pool *pool, phys_addr_t phys, size_t size)
{
	struct shim_window *window = shim_window_of_phys((unsigned long)phys);

	if (!window || size > window->size - (phys - window->phys))
		return false;
	if (!shim_pool_init(pool, phys, size))
		return false;
	window->has_pages = true;
	return true;
}

void *shim_p2p_alloc(struct shim_pool *pool, size_t size)
{
	phys_addr_t phys = shim_pool_alloc(pool, size);

	return phys ? (void *)(phys + PAGE_OFFSET) : NULL;
}

/* The address is a key here; nothing is accessed. */
void shim_p2p_free(struct shim_pool *pool, void *addr, size_t size)
{
	if (shim_region_of(addr) == SHIM_REGION_IO_LINEAR)
		shim_pool_free(pool, shim_phys_of(addr), size);
	else
		SHIM_WARN(SHIM_BAD_UNMAP);
}

struct scatterlist *shim_p2p_alloc_sgl(struct shim_pool *pool, unsigned int *nents, u32 length)
{
	struct scatterlist *sgl;
	phys_addr_t phys;

	shim_need(nents);
	sgl = shim_list_alloc(1, GFP_KERNEL);
	phys = sgl ? shim_pool_alloc(pool, length) : 0;
	if (!phys) {
		kfree(sgl);
		return NULL;
	}
	/* The list is made for I/O memory, whatever the policy on lists is. */
	sg_init_unmappable_table(sgl, 1);
	shim_entry_set_io(sgl, pfn_to_page(PHYS_PFN(phys)), length, 0);
	*nents = 1;
	return sgl;
}

void shim_p2p_free_sgl(struct shim_pool *pool, struct scatterlist *sgl)
{
	if (!sgl)
		return;
	for (struct scatterlist *sg = shim_entry(sgl); sg; sg = sg_next(sg))
		shim_pool_free(pool, sg_phys(sg), sg->length);
	shim_list_free(sgl, 1);
}

static struct provider *provider_of(struct pci_dev *pdev)
{
	for (unsigned int i = 0; i < MAX_PROVIDERS; i++) {
		if (pdev && providers[i].pdev == pdev)
			return &providers[i];
	}
	return NULL;
}

int pci_p2pdma_add_resource(struct pci_dev *pdev, int bar, size_t size, u64 offset)
{
	resource_size_t start = pci_resource_start(pdev, bar);
	struct provider *p = provider_of(pdev);

	if (!(pci_resource_flags(pdev, bar) & IORESOURCE_MEM) ||
	    offset >= pci_resource_len(pdev, bar))
		return -EINVAL;
	if (!size)
		size = (size_t)(pci_resource_len(pdev, bar) - offset);
	if (size + offset > pci_resource_len(pdev, bar))
		return -EINVAL;
	for (unsigned int i = 0; !p && i < MAX_PROVIDERS; i++) {
		if (!providers[i].pdev)
			p = &providers[i];
	}
	if (!p || !shim_p2p_add(&p->pool, start + offset, size))
		return -ENOMEM;
	p->pdev = pdev;
	return 0;
}

bool pci_has_p2pmem(struct pci_dev *pdev)
{
	const struct provider *p = provider_of(pdev);

	return p && p->is_published;
}

void pci_p2pmem_publish(struct pci_dev *pdev, bool publish)
{
	struct provider *p = provider_of(pdev);

	if (p)
		p->is_published = publish;
}

int pci_p2pdma_distance_many(struct pci_dev *provider, struct device **clients, int num_clients,
                             bool verbose)
{
	(void)verbose;
	if (num_clients == 0 || !provider_of(provider))
		return -1;
	for (int i = 0; i < num_clients; i++) {
		if (!shim_device_reaches_peer(clients[i]))
			return -1;
	}
	return num_clients;
}

struct pci_dev *pci_p2pmem_find_many(struct device **clients, int num_clients)
{
	for (unsigned int i = 0; i < MAX_PROVIDERS; i++) {
		struct pci_dev *pdev = providers[i].pdev;

		if (pdev && providers[i].is_published &&
		    pci_p2pdma_distance_many(pdev, clients, num_clients, false) >= 0)
			return pdev;
	}
	return NULL;
}

void *pci_alloc_p2pmem(struct pci_dev *pdev, size_t size)
{
	struct provider *p = provider_of(pdev);

	return p ? shim_p2p_alloc(&p->pool, size) : NULL;
}

void pci_free_p2pmem(struct pci_dev *pdev, void *addr, size_t size)
{
	struct provider *p = provider_of(pdev);

	if (!p)
		SHIM_DIE(SHIM_BUG_DOUBLE_FREE);
	shim_p2p_free(&p->pool, addr, size);
}

pci_bus_addr_t pci_p2pmem_virt_to_bus(struct pci_dev *pdev, void *addr)
{
	if (!addr || !provider_of(pdev) || shim_region_of(addr) != SHIM_REGION_IO_LINEAR)
		return 0;
	return shim_bus_address(shim_phys_of(addr));
}

struct scatterlist *pci_p2pmem_alloc_sgl(struct pci_dev *pdev, unsigned int *nents, u32 length)
{
	struct provider *p = provider_of(pdev);

	return p ? shim_p2p_alloc_sgl(&p->pool, nents, length) : NULL;
}

void pci_p2pmem_free_sgl(struct pci_dev *pdev, struct scatterlist *sgl)
{
	struct provider *p = provider_of(pdev);

	if (!p)
		SHIM_DIE(SHIM_BUG_DOUBLE_FREE);
	shim_p2p_free_sgl(&p->pool, sgl);
}

struct p2pmem_dev *p2pmem_create(struct device *parent)
{
	struct p2pmem_dev *p = kzalloc(sizeof(*p), GFP_KERNEL);

	if (!p)
		return ERR_PTR(-ENOMEM);
	p->parent = parent;
	return p;
}

static struct shim_pool *pool_of(struct p2pmem_dev *p)
{
	shim_need(p);
	return &p->pool;
}

void p2pmem_unregister(struct p2pmem_dev *p)
{
	shim_need(p);
	kfree(p);
}

int p2pmem_add_resource(struct p2pmem_dev *p, struct resource *res)
{
	shim_need(res);
	return shim_p2p_add(pool_of(p), res->start, (size_t)resource_size(res)) ? 0 : -EINVAL;
}

int p2pmem_add_pci_region(struct p2pmem_dev *p, struct pci_dev *pdev, int bar)
{
	return p2pmem_add_resource(p, pci_resource_n(pdev, bar));
}

void *p2pmem_alloc(struct p2pmem_dev *p, size_t size)
{
	return shim_p2p_alloc(pool_of(p), size);
}

void p2pmem_free(struct p2pmem_dev *p, void *addr, size_t size)
{
	shim_p2p_free(pool_of(p), addr, size);
}

struct page *p2pmem_alloc_page(struct p2pmem_dev *p)
{
	phys_addr_t phys = shim_pool_alloc(pool_of(p), PAGE_SIZE);

	return phys ? pfn_to_page(PHYS_PFN(phys)) : NULL;
}

void p2pmem_free_page(struct p2pmem_dev *p, struct page *page)
{
	struct shim_pool *pool = pool_of(p);

	if (shim_check_page(page))
		shim_pool_free(pool, page_to_phys(page), PAGE_SIZE);
	else
		SHIM_WARN(SHIM_BAD_UNMAP);
}

struct scatterlist *p2pmem_alloc_sgl(struct p2pmem_dev *p, unsigned int *nents, u32 length)
{
	return shim_p2p_alloc_sgl(pool_of(p), nents, length);
}

void p2pmem_free_sgl(struct p2pmem_dev *p, struct scatterlist *sgl)
{
	shim_p2p_free_sgl(pool_of(p), sgl);
}
