// SPDX-License-Identifier: GPL-2.0-or-later
// A __force cast only to pass a helper that casts back (drivers/scsi/mpt3sas).
// RUN: %check
#include <linux/io.h>

struct adapter {
	void __iomem *chip;
};

static void request_copy(void *to, const u32 *from, int words)
{
	for (int i = 0; i < words; i++)
		writel(from[i], (void __iomem *)to + i * 4);
}

void send_request_ok(struct adapter *adapter, const u32 *request, u16 smid)
{
	void *slot = (void __force *)adapter->chip + 0x100 + smid * 64;

	request_copy(slot, request, 16);
}
