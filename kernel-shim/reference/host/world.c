// SPDX-License-Identifier: GPL-2.0-or-later
#include "world.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define WINDOW_BYTES 0x20000UL

struct shim_window shim_windows[SHIM_WINDOW_COUNT] = {
	{.phys = 0xe0000000UL, .size = WINDOW_BYTES},
	{.phys = 0xe1000000UL, .size = WINDOW_BYTES, .has_pages = 1},
	{.phys = 0xe2000000UL, .size = WINDOW_BYTES, .is_free_of_side_effects = 1},
};

static int io_file = -1;

static void *map(unsigned long addr, unsigned long size, int protection, int flags, off_t offset)
{
	int file = flags & MAP_ANONYMOUS ? -1 : io_file;
	int fixed = addr ? MAP_FIXED_NOREPLACE : 0;
	void *mapped = mmap((void *)addr, size, protection, flags | fixed, file, offset);

	if (mapped == MAP_FAILED) {
		perror("shim: cannot map the simulated memory");
		exit(2);
	}
	return mapped;
}

static void map_window(unsigned int index)
{
	struct shim_window *window = &shim_windows[index];
	off_t offset = (off_t)(index * WINDOW_BYTES);

	window->backing = map(0, window->size, PROT_READ | PROT_WRITE, MAP_SHARED, offset);
	map(SHIM_TOKEN_BASE + window->phys, window->size, PROT_NONE, MAP_SHARED, offset);
	map(SHIM_LINEAR_BASE + window->phys, window->size, PROT_NONE, MAP_SHARED, offset);
}

void shim_world_init(void)
{
	int anonymous = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;

	io_file = memfd_create("shim-io", MFD_CLOEXEC);
	if (io_file < 0 || ftruncate(io_file, SHIM_WINDOW_COUNT * WINDOW_BYTES)) {
		perror("shim: cannot make the simulated I/O memory");
		exit(2);
	}
	map(SHIM_LINEAR_BASE + SHIM_RAM_PHYS, SHIM_RAM_BYTES, PROT_READ | PROT_WRITE, anonymous, 0);
	map(SHIM_VMEMMAP_BASE, SHIM_PHYS_END / SHIM_PAGE_BYTES * SHIM_PAGE_STRUCT_BYTES,
	    PROT_READ | PROT_WRITE, anonymous, 0);
	map(SHIM_USER_BASE, SHIM_USER_BYTES, PROT_NONE, anonymous, 0);
	for (unsigned int i = 0; i < SHIM_WINDOW_COUNT; i++)
		map_window(i);
}

void shim_world_clear_io(void)
{
	fallocate(io_file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0,
	          SHIM_WINDOW_COUNT * WINDOW_BYTES);
}

struct shim_window *shim_window_of_phys(unsigned long phys)
{
	for (unsigned int i = 0; i < SHIM_WINDOW_COUNT; i++) {
		struct shim_window *window = &shim_windows[i];

		if (phys >= window->phys && phys - window->phys < window->size)
			return window;
	}
	return NULL;
}

_Bool shim_phys_is_ram(unsigned long phys)
{
	return phys >= SHIM_RAM_PHYS && phys - SHIM_RAM_PHYS < SHIM_RAM_BYTES;
}

enum shim_region shim_region_of(const volatile void *addr)
{
	unsigned long value = (unsigned long)addr;

	if (value >= SHIM_USER_BASE)
		return value - SHIM_USER_BASE < SHIM_USER_BYTES ? SHIM_REGION_USER
		                                                : SHIM_REGION_OTHER;
	if (value >= SHIM_TOKEN_BASE)
		return shim_window_of_phys(value - SHIM_TOKEN_BASE) ? SHIM_REGION_TOKEN
		                                                    : SHIM_REGION_OTHER;
	if (value < SHIM_LINEAR_BASE)
		return SHIM_REGION_OTHER;
	if (shim_phys_is_ram(value - SHIM_LINEAR_BASE))
		return SHIM_REGION_RAM;
	return shim_window_of_phys(value - SHIM_LINEAR_BASE) ? SHIM_REGION_IO_LINEAR
	                                                     : SHIM_REGION_OTHER;
}

_Bool shim_is_io(const volatile void *addr)
{
	enum shim_region region = shim_region_of(addr);

	return region == SHIM_REGION_TOKEN || region == SHIM_REGION_IO_LINEAR;
}

/* Windows are far apart, so the ends of a range tell, unless it spans a whole window. */
_Bool shim_touches_io(const volatile void *addr, unsigned long size)
{
	return size && (shim_is_io(addr) || shim_is_io((const volatile char *)addr + size - 1));
}

unsigned long shim_phys_of(const volatile void *addr)
{
	unsigned long value = (unsigned long)addr;

	return value >= SHIM_TOKEN_BASE ? value - SHIM_TOKEN_BASE : value - SHIM_LINEAR_BASE;
}

void *shim_backing(const volatile void *addr)
{
	unsigned long phys;
	struct shim_window *window;

	if (!shim_is_io(addr))
		return (void *)(unsigned long)addr;
	phys = shim_phys_of(addr);
	window = shim_window_of_phys(phys);
	return window->backing + (phys - window->phys);
}

_Bool shim_is_null(const volatile void *addr)
{
	return (unsigned long)addr < SHIM_PAGE_BYTES;
}
