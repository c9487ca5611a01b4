// SPDX-License-Identifier: GPL-2.0-or-later
// Memory kept in fields, arrays, unions and globals between the mapping and the access.
// RUN: %paired
#include <linux/container_of.h>
#include <linux/io.h>
#include <linux/list.h>
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/program.h>
#include <shim/world.h>

struct window {
	void *base;
	size_t size;
};

struct device_state {
	int users;
	struct window window;
	struct list_head node;
};

static int local_record_bad(const unsigned int *in)
{
	struct window window = {.size = 64};

	window.base = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	if (in[0])
		*(u32 *)window.base = 1;
	return 0;
}
SHIM_PROGRAM(local_record_bad, 1);

static int initialiser_bad(const unsigned int *in)
{
	struct window window = {
		.base = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE),
		.size = PAGE_SIZE,
	};

	return in[0] ? *(u8 *)window.base : 0;
}
SHIM_PROGRAM(initialiser_bad, 1);

static int heap_record_bad(const unsigned int *in)
{
	struct device_state *state = kzalloc(sizeof(*state), GFP_KERNEL);

	if (in[0])
		state->window.base = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	else
		state->window.base = kzalloc(PAGE_SIZE, GFP_KERNEL);
	memset(state->window.base, 0, 16);
	return 0;
}
SHIM_PROGRAM(heap_record_bad, 1);

static int overwritten_ok(const unsigned int *in)
{
	struct window window;

	window.base = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	iounmap((void __iomem __force *)window.base);
	window.base = kzalloc(64, GFP_KERNEL);
	*(u8 *)window.base = in[0] != 0;
	return 0;
}
SHIM_PROGRAM(overwritten_ok, 1);

static int other_field_ok(const unsigned int *in)
{
	struct {
		void *registers;
		void *ring;
	} device;

	device.registers = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	device.ring = kzalloc(64, GFP_KERNEL);
	*(u8 *)device.ring = in[0] != 0;
	return device.registers != NULL;
}
SHIM_PROGRAM(other_field_ok, 1);

static int record_assignment_bad(const unsigned int *in)
{
	struct window a = {.base = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE)}, b;

	b = a;
	if (in[0])
		*(u8 *)b.base = 1;
	return 0;
}
SHIM_PROGRAM(record_assignment_bad, 1);

static int record_memcpy_bad(const unsigned int *in)
{
	struct window a = {.base = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE)}, b;

	memcpy(&b, &a, sizeof(b));
	if (in[0])
		*(u8 *)b.base = 1;
	return 0;
}
SHIM_PROGRAM(record_memcpy_bad, 1);

static struct window global_window;

static void map_global_window(bool is_device)
{
	if (is_device)
		global_window.base = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	else
		global_window.base = kzalloc(PAGE_SIZE, GFP_KERNEL);
}

static int global_bad(const unsigned int *in)
{
	map_global_window(in[0]);
	return *(u8 *)global_window.base;
}
SHIM_PROGRAM(global_bad, 1);

static void *table_of_windows[2];

static int global_table_bad(const unsigned int *in)
{
	table_of_windows[0] = kzalloc(64, GFP_KERNEL);
	table_of_windows[1] = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	return *(u8 *)table_of_windows[in[0]];
}
SHIM_PROGRAM(global_table_bad, 1);

static int constant_index_ok(const unsigned int *in)
{
	void *windows[2];

	windows[0] = kzalloc(64, GFP_KERNEL);
	windows[1] = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	*(u8 *)windows[0] = in[0] != 0;
	return windows[1] != NULL;
}
SHIM_PROGRAM(constant_index_ok, 1);

static int union_bad(const unsigned int *in)
{
	union {
		void __iomem *token;
		u8 *bytes;
	} either;

	either.token = ioremap(SHIM_BAR0, PAGE_SIZE);
	return in[0] ? either.bytes[0] : 0;
}
SHIM_PROGRAM(union_bad, 1);

static int container_bad(const unsigned int *in)
{
	struct device_state *state = kzalloc(sizeof(*state), GFP_KERNEL), *found;
	struct list_head *node = &state->node;

	state->window.base = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	found = container_of(node, struct device_state, node);
	if (in[0])
		*(u8 *)found->window.base = 1;
	return 0;
}
SHIM_PROGRAM(container_bad, 1);

static int pointer_to_field_bad(const unsigned int *in)
{
	struct window window;
	void **base = &window.base;

	*base = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	return in[0] ? *(u8 *)window.base : 0;
}
SHIM_PROGRAM(pointer_to_field_bad, 1);

static int driver_data_bad(const unsigned int *in)
{
	struct device_state *state = kzalloc(sizeof(*state), GFP_KERNEL), *found;

	state->window.base = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	pci_set_drvdata(shim_pci_dev(), state);
	found = pci_get_drvdata(shim_pci_dev());
	if (in[0])
		/* known-missed: driver data set and read in one function is followed at level possible */
		return *(u8 *)found->window.base;
	return 0;
}
SHIM_PROGRAM(driver_data_bad, 1);

static int static_local_bad(const unsigned int *in)
{
	static void *cached;

	if (!cached)
		cached = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	return in[0] ? *(u8 *)cached : 0;
}
SHIM_PROGRAM(static_local_bad, 1);
