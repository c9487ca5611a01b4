// SPDX-License-Identifier: GPL-2.0-or-later
// Single entries of a list: sg_virt(), sg_page(), sg_kmap(), sg_map(), and their tests.
// RUN: %paired
#include <linux/err.h>
#include <linux/highmem.h>
#include <linux/p2pmem.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static void set_entry(struct scatterlist *sg, bool is_io)
{
	if (is_io)
		sg_set_iomem_page(sg, p2pmem_alloc_page(shim_p2pmem()), PAGE_SIZE, 0);
	else
		sg_set_page(sg, alloc_page(GFP_KERNEL), PAGE_SIZE, 0);
}

static int sg_virt_bad(const unsigned int *in)
{
	struct scatterlist sg;
	u8 *bytes;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	bytes = sg_virt(&sg);
	bytes[0] = 1;
	return 0;
}
SHIM_PROGRAM(sg_virt_bad, 1);

static int sg_virt_tested_ok(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	if (sg_is_iomem(&sg))
		return -1;
	return *(u8 *)sg_virt(&sg);
}
SHIM_PROGRAM(sg_virt_tested_ok, 1);

static int always_mappable_ok(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	return sg_is_always_mappable(&sg) ? *(u8 *)sg_virt(&sg) : 0;
}
SHIM_PROGRAM(always_mappable_ok, 1);

static int kmap_of_sg_page_bad(const unsigned int *in)
{
	struct scatterlist sg;
	u8 *bytes;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	bytes = kmap_local_page(sg_page(&sg));
	bytes[sg.offset] = 1;
	kunmap_local(bytes);
	return 0;
}
SHIM_PROGRAM(kmap_of_sg_page_bad, 1);

static int page_test_ok(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	if (is_pci_p2pdma_page(sg_page(&sg)))
		return -1;
	return *(u8 *)sg_virt(&sg);
}
SHIM_PROGRAM(page_test_ok, 1);

static int each_entry_bad(const unsigned int *in)
{
	struct scatterlist sgl[3], *sg;
	unsigned int i;

	sg_init_table(sgl, 3);
	for (i = 0; i < 3; i++)
		set_entry(&sgl[i], in[i]);
	for_each_sg(sgl, sg, 3, i)
		*(u8 *)sg_virt(sg) = 1;
	return 0;
}
SHIM_PROGRAM(each_entry_bad, 3);

static int each_entry_tested_ok(const unsigned int *in)
{
	struct scatterlist sgl[3], *sg;
	unsigned int i;

	sg_init_table(sgl, 3);
	for (i = 0; i < 3; i++)
		set_entry(&sgl[i], in[i]);
	for_each_sg(sgl, sg, 3, i) {
		if (sg_is_iomem(sg))
			continue;
		*(u8 *)sg_virt(sg) = 1;
	}
	return 0;
}
SHIM_PROGRAM(each_entry_tested_ok, 3);

static int first_entry_tested_bad(const unsigned int *in)
{
	struct scatterlist sgl[2], *sg;
	unsigned int i;

	sg_init_table(sgl, 2);
	set_entry(&sgl[0], in[0]);
	set_entry(&sgl[1], in[1]);
	if (sg_is_iomem(sgl))
		return -1;
	for_each_sg(sgl, sg, 2, i)
		*(u8 *)sg_virt(sg) = 1;
	return 0;
}
SHIM_PROGRAM(first_entry_tested_bad, 2);

static int sg_kmap_untested_bad(const unsigned int *in)
{
	struct scatterlist sg;
	u8 *bytes;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	bytes = sg_kmap(&sg);
	bytes[0] = 1;
	sg_kunmap(&sg, bytes);
	return 0;
}
SHIM_PROGRAM(sg_kmap_untested_bad, 1);

static int sg_kmap_after_test_ok(const unsigned int *in)
{
	struct scatterlist sg;
	u8 *bytes;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	if (sg_is_iomem(&sg))
		return -1;
	bytes = sg_kmap(&sg);
	bytes[0] = 1;
	sg_kunmap(&sg, bytes);
	return 0;
}
SHIM_PROGRAM(sg_kmap_after_test_ok, 1);

static int sg_map_tested_ok(const unsigned int *in)
{
	struct scatterlist sg;
	u8 *bytes;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	bytes = sg_map(&sg, 0, SG_KMAP);
	if (IS_ERR(bytes))
		return (int)PTR_ERR(bytes);
	bytes[0] = 1;
	sg_unmap(&sg, bytes, 0, SG_KMAP);
	return 0;
}
SHIM_PROGRAM(sg_map_tested_ok, 1);

static int sg_map_untested_bad(const unsigned int *in)
{
	struct scatterlist sg;
	u8 *bytes;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	bytes = sg_map(&sg, 0, SG_KMAP);
	bytes[0] = 1;
	return 0;
}
SHIM_PROGRAM(sg_map_untested_bad, 1);

static int mappable_page_ok(const unsigned int *in)
{
	struct scatterlist sg;
	struct page *page;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	if (sg_to_mappable_page(&sg, &page))
		return -1;
	/* known-wrong: sg_to_mappable_page() tells by its result, and writes the page only then */
	return *(u8 *)page_address(page);
}
SHIM_PROGRAM(mappable_page_ok, 1);

static int replaced_entry_ok(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	set_entry(&sg, true);
	set_entry(&sg, false);
	return *(u8 *)sg_virt(&sg) + (int)in[0];
}
SHIM_PROGRAM(replaced_entry_ok, 1);

static int copied_entry_bad(const unsigned int *in)
{
	struct scatterlist from, to;

	sg_init_table(&from, 1);
	set_entry(&from, in[0]);
	to = from;
	return *(u8 *)sg_virt(&to);
}
SHIM_PROGRAM(copied_entry_bad, 1);

static int dma_side_ok(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	return (int)(sg_phys(&sg) + sg_dma_len(&sg));
}
SHIM_PROGRAM(dma_side_ok, 1);

static int inverted_test_bad(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	set_entry(&sg, in[0]);
	if (!sg_is_iomem(&sg))
		return 0;
	*(u8 *)sg_virt(&sg) = 1;
	return 0;
}
SHIM_PROGRAM(inverted_test_bad, 1);
