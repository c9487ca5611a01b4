// SPDX-License-Identifier: GPL-2.0-or-later
// struct iosys_map: members, the bit that says which one, copies, the accessors.
// RUN: %paired
#include <linux/bug.h>
#include <linux/dma-buf.h>
#include <linux/io.h>
#include <linux/iosys-map.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <shim/program.h>
#include <shim/world.h>

static void map_either(struct iosys_map *map, bool is_iomem)
{
	if (is_iomem)
		iosys_map_set_vaddr_iomem(map, ioremap(SHIM_BAR0, PAGE_SIZE));
	else
		iosys_map_set_vaddr(map, kzalloc(PAGE_SIZE, GFP_KERNEL));
}

static int untested_bad(const unsigned int *in)
{
	struct iosys_map map;

	map_either(&map, in[0]);
	*(u8 *)map.vaddr = 1;
	return 0;
}
SHIM_PROGRAM(untested_bad, 1);

static int tested_ok(const unsigned int *in)
{
	struct iosys_map map;

	map_either(&map, in[0]);
	if (map.is_iomem)
		writeb(1, map.vaddr_iomem);
	else
		*(u8 *)map.vaddr = 1;
	return 0;
}
SHIM_PROGRAM(tested_ok, 1);

static int inverted_bad(const unsigned int *in)
{
	struct iosys_map map;

	map_either(&map, in[0]);
	if (map.is_iomem)
		*(u8 *)map.vaddr = 1;
	return 0;
}
SHIM_PROGRAM(inverted_bad, 1);

static int wrong_member_bad(const unsigned int *in)
{
	struct iosys_map map;

	map_either(&map, in[0]);
	if (!map.is_iomem)
		return (int)readl(map.vaddr_iomem);
	return 0;
}
SHIM_PROGRAM(wrong_member_bad, 1);

static int accessors_ok(const unsigned int *in)
{
	struct iosys_map map;
	u8 bytes[8] = {0};

	map_either(&map, in[0]);
	iosys_map_memcpy_to(&map, 0, bytes, sizeof(bytes));
	iosys_map_memcpy_from(bytes, &map, 0, sizeof(bytes));
	iosys_map_memset(&map, 0, 0, 8);
	iosys_map_wr(&map, 4, u32, 1);
	return (int)iosys_map_rd(&map, 4, u32);
}
SHIM_PROGRAM(accessors_ok, 1);

static int copy_of_map_ok(const unsigned int *in)
{
	struct iosys_map map, copy;

	map_either(&map, in[0]);
	copy = map;
	if (map.is_iomem)
		return -1;
	return *(u8 *)copy.vaddr;
}
SHIM_PROGRAM(copy_of_map_ok, 1);

static int other_map_tested_bad(const unsigned int *in)
{
	struct iosys_map a, b;

	map_either(&a, in[0]);
	map_either(&b, in[1]);
	if (a.is_iomem)
		return -1;
	return *(u8 *)b.vaddr;
}
SHIM_PROGRAM(other_map_tested_bad, 2);

static int moved_bad(const unsigned int *in)
{
	struct iosys_map map;

	map_either(&map, in[0]);
	iosys_map_incr(&map, 16);
	return *(u8 *)map.vaddr;
}
SHIM_PROGRAM(moved_bad, 1);

static int offset_copy_ok(const unsigned int *in)
{
	struct iosys_map map;

	map_either(&map, in[0]);
	{
		struct iosys_map moved = IOSYS_MAP_INIT_OFFSET(&map, 16);

		if (!moved.is_iomem)
			*(u8 *)moved.vaddr = 1;
	}
	return 0;
}
SHIM_PROGRAM(offset_copy_ok, 1);

static int warn_on_ok(const unsigned int *in)
{
	struct iosys_map map;

	map_either(&map, in[0]);
	if (WARN_ON(map.is_iomem))
		return -1;
	memset(map.vaddr, 0, 16);
	return 0;
}
SHIM_PROGRAM(warn_on_ok, 1);

static int initialiser_bad(const unsigned int *in)
{
	struct iosys_map map = IOSYS_MAP_INIT_VADDR_IOMEM(ioremap(SHIM_BAR0, PAGE_SIZE));

	return in[0] ? *(u8 *)map.vaddr : 0;
}
SHIM_PROGRAM(initialiser_bad, 1);

static int initialiser_ok(const unsigned int *in)
{
	struct iosys_map map = IOSYS_MAP_INIT_VADDR(kzalloc(64, GFP_KERNEL));

	return in[0] ? *(u8 *)map.vaddr : 0;
}
SHIM_PROGRAM(initialiser_ok, 1);

static int token_as_vaddr_bad(const unsigned int *in)
{
	struct iosys_map map;

	if (in[0])
		iosys_map_set_vaddr(&map, (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE));
	return 0;
}
SHIM_PROGRAM(token_as_vaddr_bad, 1);

static int ram_as_iomem_bad(const unsigned int *in)
{
	struct iosys_map map;

	if (in[0])
		iosys_map_set_vaddr_iomem(&map, (void __iomem __force *)kzalloc(64, GFP_KERNEL));
	return 0;
}
SHIM_PROGRAM(ram_as_iomem_bad, 1);

struct plane {
	struct iosys_map map[2];
};

static void clear_plane(struct plane *plane, unsigned int i)
{
	/* known-missed: a map in an array of the caller's record, at an index that is not constant */
	memset(plane->map[i].vaddr, 0, 16);
}

static int array_of_maps_bad(const unsigned int *in)
{
	struct plane plane;

	map_either(&plane.map[0], false);
	map_either(&plane.map[1], in[0]);
	clear_plane(&plane, 1);
	return 0;
}
SHIM_PROGRAM(array_of_maps_bad, 1);

static int buffer_side_bad(const unsigned int *in)
{
	struct iosys_map map;
	void *bytes = (void __force *)ioremap(SHIM_BAR0, PAGE_SIZE);

	map_either(&map, false);
	if (in[0])
		iosys_map_memcpy_to(&map, 0, bytes, 16);
	return 0;
}
SHIM_PROGRAM(buffer_side_bad, 1);
