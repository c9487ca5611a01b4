// SPDX-License-Identifier: GPL-2.0-or-later
// Pages of a block request.
// RUN: %check
#include <linux/bvec.h>
#include <linux/pci-p2pdma.h>

void bvec_copy_bad(struct pci_dev *pdev, char *to)
{
	struct bio_vec bv;

	bvec_set_page(&bv, virt_to_page(pci_alloc_p2pmem(pdev, 4096)), 4096, 0);
	memcpy_from_bvec(to, &bv);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

u8 bvec_kmap_bad(struct pci_dev *pdev)
{
	struct bio_vec bv;
	u8 *bytes;

	bvec_set_page(&bv, virt_to_page(pci_alloc_p2pmem(pdev, 4096)), 4096, 0);
	bytes = bvec_kmap_local(&bv);
	return bytes[0];
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

void bvec_copy_ok(char *to)
{
	struct bio_vec bv;

	bvec_set_page(&bv, alloc_page(GFP_KERNEL), 4096, 0);
	memcpy_from_bvec(to, &bv);
}
