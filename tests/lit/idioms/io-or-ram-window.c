// SPDX-License-Identifier: GPL-2.0-or-later
// A copy of a BIOS image: read out of I/O memory once, used from RAM afterwards.
// RUN: %check
#include <linux/io.h>
#include <linux/slab.h>

struct bios {
	u8 *image;
	size_t size;
};

int bios_read(struct bios *bios, resource_size_t start)
{
	void __iomem *rom = ioremap(start, bios->size);

	if (!rom)
		return -ENOMEM;
	bios->image = kmalloc(bios->size, GFP_KERNEL);
	if (bios->image)
		memcpy_fromio(bios->image, rom, bios->size);
	iounmap(rom);
	return bios->image ? 0 : -ENOMEM;
}

u8 bios_checksum_ok(const struct bios *bios)
{
	u8 sum = 0;

	for (size_t i = 0; i < bios->size; i++)
		sum = (u8)(sum + bios->image[i]);
	return sum;
}
