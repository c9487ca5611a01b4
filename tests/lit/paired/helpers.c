// SPDX-License-Identifier: GPL-2.0-or-later
// Memory that goes through functions: parameters, results, out-parameters, recursion.
// RUN: %paired
#include <linux/io.h>
#include <linux/pci-p2pdma.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/program.h>
#include <shim/world.h>

static void fill(void *to)
{
	memset(to, 0xff, 32);
}

static int parameter_bad(const unsigned int *in)
{
	void *peer = pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE);
	void *ram = kzalloc(64, GFP_KERNEL);

	if (in[0])
		fill(peer);
	else
		fill(ram);
	return 0;
}
SHIM_PROGRAM(parameter_bad, 1);

static u8 first_byte(const u8 *bytes)
{
	return bytes[0];
}

static int parameter_ram_ok(const unsigned int *in)
{
	return first_byte(kzalloc(64 + in[0], GFP_KERNEL));
}
SHIM_PROGRAM(parameter_ram_ok, 1);

static u8 second_byte(const u8 *bytes)
{
	return bytes[1];
}

static u8 middle(const u8 *bytes)
{
	return second_byte(bytes + 4);
}

static u8 outer(const u8 *bytes)
{
	return middle(bytes);
}

static int call_chain_bad(const unsigned int *in)
{
	return in[0] ? outer((u8 __force *)ioremap(SHIM_BAR0, PAGE_SIZE)) : 0;
}
SHIM_PROGRAM(call_chain_bad, 1);

static void *map_something(bool is_device)
{
	if (is_device)
		return (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
	return kzalloc(PAGE_SIZE, GFP_KERNEL);
}

static int result_bad(const unsigned int *in)
{
	u8 *bytes = map_something(in[0]);

	return bytes[3];
}
SHIM_PROGRAM(result_bad, 1);

static int constant_argument_ok(const unsigned int *in)
{
	u8 *bytes = map_something(false);

	bytes[in[0]] = 1;
	return 0;
}
SHIM_PROGRAM(constant_argument_ok, 1);

static int constant_argument_bad(const unsigned int *in)
{
	u8 *bytes = map_something(true);

	bytes[in[0]] = 1;
	return 0;
}
SHIM_PROGRAM(constant_argument_bad, 1);

static int map_out(void **out, bool is_device)
{
	*out = is_device ? pci_alloc_p2pmem(shim_pci_dev(), PAGE_SIZE) : kzalloc(64, GFP_KERNEL);
	return *out ? 0 : -1;
}

static int out_parameter_bad(const unsigned int *in)
{
	void *window;

	if (map_out(&window, in[0]))
		return -1;
	return *(u8 *)window;
}
SHIM_PROGRAM(out_parameter_bad, 1);

struct pair {
	void *ram;
	void *window;
};

static void init_pair(struct pair *pair)
{
	pair->ram = kzalloc(64, GFP_KERNEL);
	pair->window = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);
}

static void use_ram(struct pair *pair)
{
	*(u8 *)pair->ram = 1;
}

static void use_window(struct pair *pair)
{
	*(u8 *)pair->window = 1;
}

static int record_helper_bad(const unsigned int *in)
{
	struct pair pair;

	init_pair(&pair);
	use_ram(&pair);
	if (in[0])
		use_window(&pair);
	return 0;
}
SHIM_PROGRAM(record_helper_bad, 1);

static void *walk(void *bytes, unsigned int depth)
{
	return depth ? walk(bytes, depth - 1) : bytes;
}

static int recursion_bad(const unsigned int *in)
{
	u8 *bytes = walk((void __force *)ioremap(SHIM_BAR0, PAGE_SIZE), in[0] + 2 * in[1]);

	return bytes[0];
}
SHIM_PROGRAM(recursion_bad, 2);

static int countdown(u8 *bytes, unsigned int n)
{
	if (!n)
		return 0;
	return bytes[n] + countdown(bytes, n - 1);
}

static int recursive_access_bad(const unsigned int *in)
{
	return countdown((u8 __force *)ioremap(SHIM_BAR0, PAGE_SIZE), in[0] + in[1]);
}
SHIM_PROGRAM(recursive_access_bad, 2);

static struct pair by_value(struct pair pair)
{
	void *other = pair.ram;

	pair.ram = pair.window;
	pair.window = other;
	return pair;
}

static int record_by_value_bad(const unsigned int *in)
{
	struct pair pair;

	init_pair(&pair);
	pair = by_value(pair);
	*(u8 *)pair.window = 1;
	if (in[0])
		*(u8 *)pair.ram = 1;
	return 0;
}
SHIM_PROGRAM(record_by_value_bad, 1);

static void copy_if(void *to, const void *from, bool is_wanted)
{
	if (is_wanted)
		memcpy(to, from, 16);
}

static int flag_argument_ok(const unsigned int *in)
{
	u8 bytes[16] = {0};

	copy_if((void __force *)ioremap(SHIM_BAR0, PAGE_SIZE), bytes, false);
	return (int)in[0];
}
SHIM_PROGRAM(flag_argument_ok, 1);

static u32 read_register(void *cookie, unsigned int offset)
{
	return readl((void __iomem __force *)cookie + offset);
}

static int helper_casts_back_ok(const unsigned int *in)
{
	void *cookie = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	return (int)read_register(cookie, 4 * in[0]);
}
SHIM_PROGRAM(helper_casts_back_ok, 1);
