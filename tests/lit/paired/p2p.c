// SPDX-License-Identifier: GPL-2.0-or-later
// Peer-to-peer memory: the provider's calls, keys that are no access, MMIO accessors.
// RUN: %paired
#include <linux/dma-mapping.h>
#include <linux/io.h>
#include <linux/p2pmem.h>
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/program.h>
#include <shim/world.h>

static int write_bad(const unsigned int *in)
{
	u32 *words = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);

	if (in[0])
		words[0] = 1;
	pci_free_p2pmem(shim_pci_dev(), words, PAGE_SIZE);
	return 0;
}
SHIM_PROGRAM(write_bad, 1);

static int accessors_ok(const unsigned int *in)
{
	void *peer = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);

	writel(in[0], (void __iomem __force *)peer);
	return (int)readl((void __iomem __force *)peer);
}
SHIM_PROGRAM(accessors_ok, 1);

static int copy_by_accessor_ok(const unsigned int *in)
{
	void *peer = p2pmem_alloc(shim_p2pmem(), PAGE_SIZE);
	u8 bytes[16] = {in[0] != 0};

	memcpy_toio((void __iomem __force *)peer, bytes, sizeof(bytes));
	memcpy_fromio(bytes, (void __iomem __force *)peer, sizeof(bytes));
	return bytes[0];
}
SHIM_PROGRAM(copy_by_accessor_ok, 1);

static int bus_address_ok(const unsigned int *in)
{
	void *peer = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	pci_bus_addr_t address = pci_p2pmem_virt_to_bus(shim_pci_dev(), peer);

	pci_free_p2pmem(shim_pci_dev(), peer, PAGE_SIZE);
	return (int)(address + in[0]);
}
SHIM_PROGRAM(bus_address_ok, 1);

static int free_list_ok(const unsigned int *in)
{
	unsigned int count;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(shim_pci_dev(), &count, PAGE_SIZE);

	pci_p2pmem_free_sgl(shim_pci_dev(), sgl);
	return (int)(count + in[0]);
}
SHIM_PROGRAM(free_list_ok, 1);

static int list_entry_bad(const unsigned int *in)
{
	unsigned int count;
	struct scatterlist *sgl = p2pmem_alloc_sgl(shim_p2pmem(), &count, PAGE_SIZE);

	return in[0] ? *(u8 *)sg_virt(sgl) : 0;
}
SHIM_PROGRAM(list_entry_bad, 1);

static int page_of_allocation_bad(const unsigned int *in)
{
	struct page *page = virt_to_page(p2pmem_alloc(shim_p2pmem(), PAGE_SIZE));

	return in[0] ? *(u8 *)page_address(page) : 0;
}
SHIM_PROGRAM(page_of_allocation_bad, 1);

static int tested_by_address_ok(const unsigned int *in)
{
	void *memory = kzalloc(PAGE_SIZE, GFP_KERNEL);

	if (in[0])
		memory = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	if (is_pci_p2pdma_page(virt_to_page(memory)))
		return -1;
	return *(u8 *)memory;
}
SHIM_PROGRAM(tested_by_address_ok, 1);

static int tested_by_null_ok(const unsigned int *in)
{
	void *peer = in[0] ? pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE) : NULL;
	void *memory = peer ? peer : kzalloc(64, GFP_KERNEL);

	if (peer)
		/* known-wrong: NULL or not tells the kinds apart */
		writeb(1, (void __iomem __force *)memory);
	else
		/* known-wrong: NULL or not tells the kinds apart */
		*(u8 *)memory = 1;
	return 0;
}
SHIM_PROGRAM(tested_by_null_ok, 1);

static int accessor_on_either_bad(const unsigned int *in)
{
	void *memory = in[0] ? pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE)
	                     : kzalloc(64, GFP_KERNEL);

	writeb(1, (void __iomem __force *)memory);
	return 0;
}
SHIM_PROGRAM(accessor_on_either_bad, 1);

static int memset_bad(const unsigned int *in)
{
	void *peer = p2pmem_alloc(shim_p2pmem(), PAGE_SIZE);

	memset(peer, in[0] ? 1 : 0, 16);
	p2pmem_free(shim_p2pmem(), peer, PAGE_SIZE);
	return 0;
}
SHIM_PROGRAM(memset_bad, 1);

static int atomic_copy_bad(const unsigned int *in)
{
	u64 *to = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	u64 from = in[0];

	*(volatile u64 *)to = from;
	return 0;
}
SHIM_PROGRAM(atomic_copy_bad, 1);
