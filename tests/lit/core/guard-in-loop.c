// SPDX-License-Identifier: GPL-2.0-or-later
// A test inside a loop is of the memory that the pointer names in that round, also of
// what the first round did not reach yet.
// RUN: %check
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>

static void *memory_of(struct pci_dev *pdev, bool is_peer)
{
	return is_peer ? pci_alloc_p2pmem(pdev, PAGE_SIZE) : kmalloc(PAGE_SIZE, GFP_KERNEL);
}

void tested_in_each_round_ok(struct pci_dev *pdev, bool first, bool second)
{
	u8 *p = memory_of(pdev, first);
	u8 *next = memory_of(pdev, second);

	for (int i = 0; i < 2; i++) {
		if (!is_pci_p2pdma_page(virt_to_page(p)))
			*p = 1;
		p = next;
	}
}

void tested_in_a_nested_loop_ok(struct pci_dev *pdev, bool first, bool second, int n)
{
	u8 *p = memory_of(pdev, first);
	u8 *next = memory_of(pdev, second);

	for (int i = 0; i < n; i++)
		for (int j = 0; j < 2; j++) {
			if (is_pci_p2pdma_page(virt_to_page(p)))
				continue;
			*p = 1;
			p = next;
		}
}

void tested_before_the_loop_bad(struct pci_dev *pdev, bool first, bool second)
{
	u8 *p = memory_of(pdev, first);
	u8 *next = memory_of(pdev, second);

	if (is_pci_p2pdma_page(virt_to_page(p)))
		return;
	for (int i = 0; i < 2; i++) {
		*p = 1;
		// CHECK: .c:[[#@LINE-1]]:{{.*(warning|error):.*}}[p2pdma-access]
		p = next;
	}
}
