// SPDX-License-Identifier: GPL-2.0-or-later
// What the two policies, and single switches, make of the same program.
// RUN: %shim-run %s | FileCheck %s --check-prefixes=BOTH,MAIN --implicit-check-not='policies.c:'
// RUN: %shim-run --policy=rfc %s | FileCheck %s --check-prefixes=BOTH,RFC --implicit-check-not='policies.c:'
// RUN: %shim-run --policy=rfc --set=SG_PAGE=WARN --set=CONVERT=SILENT %s \
// RUN:   | FileCheck %s --check-prefix=SET
// RUN: %shim-run --set=LISTS=FENCED --set=DMABUF_DEBUG=0 %s | FileCheck %s --check-prefix=FENCED
#include <linux/dma-buf.h>
#include <linux/highmem.h>
#include <linux/p2pmem.h>
#include <linux/scatterlist.h>
#include <shim/program.h>
#include <shim/world.h>

int entries(const unsigned int *in)
{
	struct page *page = p2pmem_alloc_page(shim_p2pmem());
	struct sg_mapping_iter miter;
	struct scatterlist sg;
	char buffer[8];

	sg_init_table(&sg, 1);
	if (in[0])
		sg_set_page(&sg, page, 64, 0);
		// RFC: policies.c:[[#@LINE-1]]: SG_MARK_MISMATCH
	else
		sg_set_iomem_page(&sg, page, 64, 0);
		// FENCED: policies.c:[[#@LINE-1]]: BUG_FENCED
	kunmap_local(kmap_local_page(sg_page(&sg)));
	// RFC: policies.c:[[#@LINE-1]]: KMAP_IO
	// SET: policies.c:[[#@LINE-2]]: SG_PAGE_IO
	// SET-NOT: KMAP_IO
	if (!sg_virt(&sg))
	// RFC: policies.c:[[#@LINE-1]]: SG_VIRT_IO
		return 1;
	sg_copy_to_buffer(&sg, 1, buffer, 8);
	// MAIN: policies.c:[[#@LINE-1]]: SG_COPY_IO
	sg_miter_start(&miter, &sg, 1, SG_MITER_FROM_SG | (in[1] ? SG_MITER_IOMEM : 0));
	while (sg_miter_next(&miter))
	// BOTH: policies.c:[[#@LINE-1]]: MITER_IO
		buffer[0] = miter.addr ? *(char *)miter.addr : 0;
		// MAIN: policies.c:[[#@LINE-1]]: DIRECT_ACCESS
	sg_miter_stop(&miter);
	return buffer[0];
}
SHIM_PROGRAM(entries, 2);

int imported(const unsigned int *in)
{
	struct dma_buf_attachment *attach = dma_buf_attach(shim_dma_buf(in[0]), shim_device());
	struct sg_table *sgt = dma_buf_map_attachment(attach, DMA_TO_DEVICE);
	u64 found;

	found = sg_dma_address(sgt->sgl) + sg_dma_len(sgt->sgl);
	found += page_to_phys(sg_page(sgt->sgl));
	// BOTH: policies.c:[[#@LINE-1]]: PEEK_DMABUF
	// FENCED-NOT: PEEK_DMABUF
	dma_buf_unmap_attachment(attach, sgt, DMA_TO_DEVICE);
	return found != 0;
}
SHIM_PROGRAM(imported, 1);
