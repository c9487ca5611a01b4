// SPDX-License-Identifier: GPL-2.0-or-later
// Accessors of I/O memory: right on a token, wrong on RAM; the buffers are RAM.
// RUN: %paired
#include <linux/io.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

static void __iomem *either(bool is_ram)
{
	if (is_ram)
		return (void __iomem __force *)kzalloc(PAGE_SIZE, GFP_KERNEL);
	return ioremap(SHIM_BAR0, PAGE_SIZE);
}

static int read_bad(const unsigned int *in)
{
	void __iomem *regs = either(in[0]);

	return (int)(readb(regs) + readw(regs) + readl(regs));
}
SHIM_PROGRAM(read_bad, 1);

static int read_quad_relaxed_bad(const unsigned int *in)
{
	return (int)readq_relaxed(either(in[0]));
}
SHIM_PROGRAM(read_quad_relaxed_bad, 1);

static int write_bad(const unsigned int *in)
{
	void __iomem *regs = either(in[0]);

	writeb(1, regs);
	writel(2, regs + 4);
	writeq(3, regs + 8);
	return 0;
}
SHIM_PROGRAM(write_bad, 1);

static int raw_bad(const unsigned int *in)
{
	void __iomem *regs = either(in[0]);

	__raw_writel(__raw_readl(regs), regs + 4);
	return 0;
}
SHIM_PROGRAM(raw_bad, 1);

static int ioread_bad(const unsigned int *in)
{
	void __iomem *regs = either(in[0]);

	iowrite32(ioread32(regs), regs + 4);
	iowrite8((u8)ioread8(regs), regs + 8);
	return (int)ioread32be(regs);
}
SHIM_PROGRAM(ioread_bad, 1);

static int memcpy_fromio_bad(const unsigned int *in)
{
	u8 bytes[16];

	memcpy_fromio(bytes, either(in[0]), sizeof(bytes));
	return bytes[0];
}
SHIM_PROGRAM(memcpy_fromio_bad, 1);

static int memcpy_toio_bad(const unsigned int *in)
{
	u8 bytes[16] = {0};

	memcpy_toio(either(in[0]), bytes, sizeof(bytes));
	return 0;
}
SHIM_PROGRAM(memcpy_toio_bad, 1);

static int memset_io_bad(const unsigned int *in)
{
	memset_io(either(in[0]), 0, 16);
	return 0;
}
SHIM_PROGRAM(memset_io_bad, 1);

static int fromio_to_device_bad(const unsigned int *in)
{
	void *to = (void __force *)either(in[0]);

	memcpy_fromio(to, ioremap(SHIM_BAR4, PAGE_SIZE), 16);
	return 0;
}
SHIM_PROGRAM(fromio_to_device_bad, 1);

static int toio_from_device_bad(const unsigned int *in)
{
	const void *from = (void __force *)either(in[0]);

	memcpy_toio(ioremap(SHIM_BAR4, PAGE_SIZE), from, 16);
	return 0;
}
SHIM_PROGRAM(toio_from_device_bad, 1);

static int repeated_bad(const unsigned int *in)
{
	void __iomem *fifo = either(in[0]);
	u32 words[4] = {0};

	iowrite32_rep(fifo, words, 4);
	ioread32_rep(fifo, words, 4);
	return (int)words[0];
}
SHIM_PROGRAM(repeated_bad, 1);

static int string_of_register_bad(const unsigned int *in)
{
	void __iomem *fifo = either(in[0]);
	u32 words[4] = {0};

	writesl(fifo, words, 4);
	readsl(fifo, words, 4);
	return (int)words[0];
}
SHIM_PROGRAM(string_of_register_bad, 1);

static int word_copy_bad(const unsigned int *in)
{
	u32 words[4] = {0};

	__iowrite32_copy(either(in[0]), words, 4);
	__ioread32_copy(words, either(in[0]), 4);
	return (int)words[0];
}
SHIM_PROGRAM(word_copy_bad, 1);

static int mode_flag_ok(const unsigned int *in)
{
	bool is_ram = in[0];
	void __iomem *regs = either(is_ram);

	if (is_ram)
		return *(int __force *)regs;
	return (int)readl(regs);
}
SHIM_PROGRAM(mode_flag_ok, 1);

static int unmap_ram_bad(const unsigned int *in)
{
	iounmap(either(in[0]));
	return 0;
}
SHIM_PROGRAM(unmap_ram_bad, 1);

static int memremap_ok(const unsigned int *in)
{
	u8 *bytes = memremap(SHIM_BAR4, PAGE_SIZE, MEMREMAP_WC);

	bytes[in[0]] = 1;
	return 0;
}
SHIM_PROGRAM(memremap_ok, 1);
