// SPDX-License-Identifier: GPL-2.0-or-later
// Misuse ends the run with a name and a line, and the other runs still happen.
// RUN: %shim-run %s | FileCheck %s --implicit-check-not='misuse.c:'
// RUN: %shim-run --carrier=pfn_t %s | FileCheck %s --implicit-check-not='misuse.c:'
#include <linux/dma-mapping.h>
#include <linux/highmem.h>
#include <linux/kernel.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static int fall(int depth)
{
	volatile char frame[4096];

	frame[0] = (char)depth;
	// CHECK: misuse.c:{{1[4-9]}}: CRASH
	return fall(depth + 1) + frame[0];
}

int lists(const unsigned int *in)
{
	struct scatterlist list[2], *sg = NULL;
	struct sg_table table;

	sg_init_table(list, 2);
	if (in[0])
		return sg_page(sg) != NULL;
		// CHECK: misuse.c:[[#@LINE-1]]: BUG_NULL
	if (in[1])
		sg_init_table(list, 0);
		// CHECK: misuse.c:[[#@LINE-1]]: BUG_ZERO_NENTS
	if (in[2])
		sg_chain(list, 3, list);
		// CHECK: misuse.c:[[#@LINE-1]]: BUG_CHAIN_END
	if (sg_alloc_table(&table, 2, GFP_KERNEL))
		return 0;
	sg = table.sgl;
	sg_free_table(&table);
	return sg_next(sg) != NULL;
	// CHECK: misuse.c:[[#@LINE-1]]: BUG_FREED_TABLE
}
SHIM_PROGRAM(lists, 3);

int mappings(const unsigned int *in)
{
	struct scatterlist list[3];
	char *ram = kmalloc(8, GFP_KERNEL);
	dma_addr_t addr = dma_map_single(shim_device(), ram, 8, DMA_TO_DEVICE);

	dma_unmap_single(shim_device(), addr, 8, DMA_TO_DEVICE);
	if (in[0])
		dma_unmap_single(shim_device(), addr, 8, DMA_TO_DEVICE);
		// CHECK: misuse.c:[[#@LINE-1]]: BUG_DOUBLE_UNMAP
	if (in[1])
		BUG_ON(ram);
		// CHECK: misuse.c:[[#@LINE-1]]: BUG_ON
	kfree(ram);
	if (in[2])
		kfree(ram);
		// CHECK: misuse.c:[[#@LINE-1]]: BUG_DOUBLE_FREE
	sg_init_table(list, 2);
	sg_init_table(&list[2], 1);
	sg_chain(list, 2, &list[2]);
	kunmap_local(ram);
	// CHECK: misuse.c:[[#@LINE-1]]: BAD_UNMAP
	return sg_virt(&list[1]) != NULL;
	// CHECK: misuse.c:[[#@LINE-1]]: BUG_ON
}
SHIM_PROGRAM(mappings, 3);

int itself(const unsigned int *in)
{
	volatile int *nothing = NULL;

	if (in[0])
		return *nothing;
		// CHECK: misuse.c:[[#@LINE-1]]: CRASH
	return in[1] ? fall(0) : 0;
}
SHIM_PROGRAM(itself, 2);

int forever(const unsigned int *in)
{
	for (;;)
		in = in ? in : NULL;
	// CHECK: misuse.c:{{[0-9]+}}: TIMEOUT
}
SHIM_PROGRAM(forever, 0);
