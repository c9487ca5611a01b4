// SPDX-License-Identifier: GPL-2.0-or-later
// Calls through tables of operations and function arguments.
// RUN: %paired
#include <linux/io.h>
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>
#include <shim/program.h>
#include <shim/world.h>

struct buffer;

struct buffer_ops {
	void *(*map)(struct buffer *buffer);
	void (*fill)(struct buffer *buffer, u8 value);
};

struct buffer {
	const struct buffer_ops *ops;
	void *address;
};

static void *map_ram(struct buffer *buffer)
{
	buffer->address = kzalloc(PAGE_SIZE, GFP_KERNEL);
	return buffer->address;
}

static void fill_plain(struct buffer *buffer, u8 value)
{
	*(u8 *)buffer->address = value;
}

static void *map_window(struct buffer *buffer)
{
	buffer->address = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	return buffer->address;
}

static void fill_window(struct buffer *buffer, u8 value)
{
	writeb(value, (void __iomem __force *)buffer->address);
}

static const struct buffer_ops ram_ops = {.map = map_ram, .fill = fill_plain};
static const struct buffer_ops window_ops = {.map = map_window, .fill = fill_window};

static int table_result_bad(const unsigned int *in)
{
	struct buffer buffer = {.ops = in[0] ? &window_ops : &ram_ops};
	u8 *bytes = buffer.ops->map(&buffer);

	return bytes[0];
}
SHIM_PROGRAM(table_result_bad, 1);

static int matching_operations_ok(const unsigned int *in)
{
	struct buffer buffer = {.ops = &window_ops};

	buffer.ops->map(&buffer);
	buffer.ops->fill(&buffer, in[0] != 0);
	return 0;
}
SHIM_PROGRAM(matching_operations_ok, 1);

struct reader_ops {
	u8 (*read)(const void *from);
};

static u8 read_plain(const void *from)
{
	return *(const u8 *)from;
}

static u8 read_device(const void *from)
{
	return readb((const void __iomem __force *)from);
}

static const struct reader_ops plain_reader = {.read = read_plain};
static const struct reader_ops device_reader = {.read = read_device};

static int direct_table_bad(const unsigned int *in)
{
	return in[0] ? plain_reader.read((void __force *)ioremap(SHIM_BAR0, PAGE_SIZE)) : 0;
}
SHIM_PROGRAM(direct_table_bad, 1);

static int direct_table_ok(const unsigned int *in)
{
	return in[0] ? device_reader.read((void __force *)ioremap(SHIM_BAR0, PAGE_SIZE)) : 0;
}
SHIM_PROGRAM(direct_table_ok, 1);

static u8 read_argument(const void *from)
{
	return *((const u8 *)from + 1);
}

static u8 apply(u8 (*reader)(const void *from), const void *from)
{
	return reader(from);
}

static int function_argument_bad(const unsigned int *in)
{
	void *peer = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);

	return in[0] ? apply(read_argument, peer) : 0;
}
SHIM_PROGRAM(function_argument_bad, 1);

static u8 read_private(void *private)
{
	return *((u8 *)private + 2);
}

struct work {
	u8 (*run)(void *private);
	void *private;
};

static u8 run_work(struct work *work)
{
	return work->run(work->private);
}

static int work_item_bad(const unsigned int *in)
{
	struct work work = {.run = read_private};

	work.private = in[0] ? (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE)
	                     : kzalloc(64, GFP_KERNEL);
	return run_work(&work);
}
SHIM_PROGRAM(work_item_bad, 1);

static int local_function_pointer_bad(const unsigned int *in)
{
	void *(*map)(struct buffer *) = in[0] ? map_window : map_ram;
	struct buffer buffer = {0};

	return *(u8 *)map(&buffer);
}
SHIM_PROGRAM(local_function_pointer_bad, 1);

static void *provide_ram(bool is_device)
{
	return is_device ? NULL : kzalloc(64, GFP_KERNEL);
}

struct provider_ops {
	void *(*provide)(bool is_device);
};

static const struct provider_ops refusing_provider = {.provide = provide_ram};

static int provider_refuses_ok(const unsigned int *in)
{
	u8 *bytes = refusing_provider.provide(in[0]);

	return bytes ? bytes[0] : 0;
}
SHIM_PROGRAM(provider_refuses_ok, 1);
