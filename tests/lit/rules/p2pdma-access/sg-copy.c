// SPDX-License-Identifier: GPL-2.0-or-later
// In today's kernel the copy functions map each entry and copy with the CPU.
// RUN: %check
#include <linux/pci-p2pdma.h>
#include <linux/scatterlist.h>

size_t sg_copy_to_buffer_bad(struct pci_dev *pdev, void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	return sg_copy_to_buffer(sgl, nents, buffer, 4096);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

size_t sg_pcopy_from_buffer_bad(struct pci_dev *pdev, const void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	return sg_pcopy_from_buffer(sgl, nents, buffer, 64, 128);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

size_t sg_zero_buffer_bad(struct pci_dev *pdev)
{
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	return sg_zero_buffer(sgl, nents, 4096, 0);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
}

size_t sg_copy_ram_ok(void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = sgl_alloc(4096, GFP_KERNEL, &nents);

	return sg_copy_to_buffer(sgl, nents, buffer, 4096);
}

// Which way the copy goes is what the message says.
size_t sg_copy_buffer_read_bad(struct pci_dev *pdev, void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	return sg_copy_buffer(sgl, nents, buffer, 64, 0, true);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}plain read{{.*}}[p2pdma-access]
}

size_t sg_copy_buffer_write_bad(struct pci_dev *pdev, void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	return sg_copy_buffer(sgl, nents, buffer, 64, 0, false);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}plain write{{.*}}[p2pdma-access]
}

size_t sg_copy_from_buffer_bad(struct pci_dev *pdev, const void *buffer)
{
	unsigned int nents;
	struct scatterlist *sgl = pci_p2pmem_alloc_sgl(pdev, &nents, 4096);

	return sg_copy_from_buffer(sgl, nents, buffer, 64);
	// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}plain write{{.*}}[p2pdma-access]
}
