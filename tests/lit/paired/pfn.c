// SPDX-License-Identifier: GPL-2.0-or-later
// Page frame numbers with flags, and lists that are made of them.
// RUN: %paired
#include <linux/highmem.h>
#include <linux/p2pmem.h>
#include <linux/pfn_t.h>
#include <linux/scatterlist.h>
#include <shim/program.h>
#include <shim/world.h>

#define IO_FRAME (PFN_DEV | PFN_MAP | PFN_IOMEM)

static pfn_t frame(bool is_io)
{
	if (is_io)
		return __pfn_to_pfn_t(page_to_pfn(p2pmem_alloc_page(shim_p2pmem())), IO_FRAME);
	return pfn_to_pfn_t(page_to_pfn(alloc_page(GFP_KERNEL)));
}

static int page_of_frame_bad(const unsigned int *in)
{
	return *(u8 *)page_address(pfn_t_to_page(frame(in[0])));
}
SHIM_PROGRAM(page_of_frame_bad, 1);

static int flag_tested_ok(const unsigned int *in)
{
	pfn_t pfn = frame(in[0]);

	if (pfn_t_is_iomem(pfn))
		return -1;
	return *(u8 *)page_address(pfn_t_to_page(pfn));
}
SHIM_PROGRAM(flag_tested_ok, 1);

static int mappable_tested_ok(const unsigned int *in)
{
	pfn_t pfn = frame(in[0]);

	return pfn_t_is_always_mappable(pfn) ? *(u8 *)page_address(pfn_t_to_page(pfn)) : 0;
}
SHIM_PROGRAM(mappable_tested_ok, 1);

static int virt_null_tested_ok(const unsigned int *in)
{
	u8 *bytes = pfn_t_to_virt(frame(in[0]));

	return bytes ? bytes[0] : 0;
}
SHIM_PROGRAM(virt_null_tested_ok, 1);

static int virt_untested_bad(const unsigned int *in)
{
	u8 *bytes = pfn_t_to_virt(frame(in[0]));

	return bytes[0];
}
SHIM_PROGRAM(virt_untested_bad, 1);

static int phys_ok(const unsigned int *in)
{
	return (int)pfn_t_to_phys(frame(in[0]));
}
SHIM_PROGRAM(phys_ok, 1);

static int set_pfn_bad(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	sg_set_pfn(&sg, frame(in[0]), PAGE_SIZE, 0);
	return *(u8 *)sg_virt(&sg);
}
SHIM_PROGRAM(set_pfn_bad, 1);

static int set_pfn_tested_ok(const unsigned int *in)
{
	struct scatterlist sg;

	sg_init_table(&sg, 1);
	sg_set_pfn(&sg, frame(in[0]), PAGE_SIZE, 0);
	return sg_is_iomem(&sg) ? 0 : *(u8 *)sg_virt(&sg);
}
SHIM_PROGRAM(set_pfn_tested_ok, 1);

static int pfn_of_entry_ok(const unsigned int *in)
{
	struct scatterlist sg;
	pfn_t pfn;

	sg_init_table(&sg, 1);
	sg_set_pfn(&sg, frame(in[0]), PAGE_SIZE, 0);
	pfn = sg_pfn_t(&sg);
	if (pfn_t_is_iomem(pfn))
		return -1;
	return *(u8 *)page_address(pfn_t_to_page(pfn));
}
SHIM_PROGRAM(pfn_of_entry_ok, 1);

static int pfn_of_page_bad(const unsigned int *in)
{
	struct page *page = in[0] ? p2pmem_alloc_page(shim_p2pmem()) : alloc_page(GFP_KERNEL);
	pfn_t pfn = page_to_pfn_t(page);

	return *(u8 *)page_address(pfn_t_to_page(pfn));
}
SHIM_PROGRAM(pfn_of_page_bad, 1);

static int tested_frame_bad(const unsigned int *in)
{
	struct scatterlist list[2], *sg;
	unsigned int i;
	pfn_t pfn;

	sg_init_table(list, 2);
	sg_set_pfn(&list[0], frame(in[0]), 64, 0);
	sg_set_pfn(&list[1], frame(in[1]), 64, 0);
	for_each_sg(list, sg, 2, i) {
		pfn = sg_pfn_t(sg);
		if (pfn_t_is_iomem(pfn))
			*(u8 *)page_address(pfn_t_to_page(pfn)) = 1;
	}
	return 0;
}
SHIM_PROGRAM(tested_frame_bad, 2);

static int tested_frame_ok(const unsigned int *in)
{
	struct scatterlist list[2], *sg;
	unsigned int i;
	pfn_t pfn;

	sg_init_table(list, 2);
	sg_set_pfn(&list[0], frame(in[0]), 64, 0);
	sg_set_pfn(&list[1], frame(in[1]), 64, 0);
	for_each_sg(list, sg, 2, i) {
		pfn = sg_pfn_t(sg);
		if (!pfn_t_is_iomem(pfn))
			*(u8 *)pfn_t_to_virt(pfn) = 1;
	}
	return 0;
}
SHIM_PROGRAM(tested_frame_ok, 2);
