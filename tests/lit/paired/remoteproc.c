// SPDX-License-Identifier: GPL-2.0-or-later
// Addresses of another processor's memory: the kind comes back beside the pointer.
// RUN: %paired
#include <linux/io.h>
#include <linux/remoteproc.h>
#include <linux/string.h>
#include <shim/program.h>
#include <shim/world.h>

static u64 carveout(bool is_io)
{
	return is_io ? SHIM_RPROC_IO : SHIM_RPROC_RAM;
}

static int flag_thrown_away_bad(const unsigned int *in)
{
	void *memory = rproc_da_to_va(shim_rproc(), carveout(in[0]), 64, NULL);

	if (memory)
		memset(memory, 0, 16);
	return 0;
}
SHIM_PROGRAM(flag_thrown_away_bad, 1);

static int flag_ignored_bad(const unsigned int *in)
{
	bool is_iomem = false;
	void *memory = rproc_da_to_va(shim_rproc(), carveout(in[0]), 64, &is_iomem);

	if (!memory)
		return -1;
	return *(u8 *)memory + is_iomem;
}
SHIM_PROGRAM(flag_ignored_bad, 1);

static int flag_tested_ok(const unsigned int *in)
{
	bool is_iomem = false;
	void *memory = rproc_da_to_va(shim_rproc(), carveout(in[0]), 64, &is_iomem);
	u8 bytes[16] = {0};

	if (!memory)
		return -1;
	if (is_iomem)
		memcpy_toio((void __iomem __force *)memory, bytes, sizeof(bytes));
	else
		memcpy(memory, bytes, sizeof(bytes));
	return 0;
}
SHIM_PROGRAM(flag_tested_ok, 1);

static int flag_inverted_bad(const unsigned int *in)
{
	bool is_iomem = false;
	void *memory = rproc_da_to_va(shim_rproc(), carveout(in[0]), 64, &is_iomem);

	if (memory && is_iomem)
		memset(memory, 0, 16);
	return 0;
}
SHIM_PROGRAM(flag_inverted_bad, 1);

struct segment {
	void *address;
	bool is_iomem;
};

static int find_segment(struct segment *segment, bool is_io)
{
	segment->is_iomem = false;
	segment->address = rproc_da_to_va(shim_rproc(), carveout(is_io), 64, &segment->is_iomem);
	return segment->address ? 0 : -1;
}

static void clear_segment(struct segment *segment)
{
	if (segment->is_iomem)
		memset_io((void __iomem __force *)segment->address, 0, 16);
	else
		memset(segment->address, 0, 16);
}

static int record_tested_ok(const unsigned int *in)
{
	struct segment segment;

	if (find_segment(&segment, in[0]))
		return -1;
	clear_segment(&segment);
	return 0;
}
SHIM_PROGRAM(record_tested_ok, 1);

static int record_untested_bad(const unsigned int *in)
{
	struct segment segment;

	if (find_segment(&segment, in[0]))
		return -1;
	return *(u8 *)segment.address;
}
SHIM_PROGRAM(record_untested_bad, 1);
