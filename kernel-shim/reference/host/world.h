/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The memory of the simulated machine.
 *
 * RAM is where the linear map says.  An I/O window has up to three views: the
 * backing store, which only the reference touches; a token range, which ioremap()
 * hands out; and its place in the linear map, which the addresses of its pages
 * are.  The last two are mapped without permissions, so that the MMU finds every
 * plain access.  Uses no type of the kernel's or of the host's headers.
 */
#ifndef SHIM_WORLD_MEMORY_H
#define SHIM_WORLD_MEMORY_H

#define SHIM_LINEAR_BASE 0x200000000000UL
#define SHIM_VMEMMAP_BASE 0x210000000000UL
#define SHIM_TOKEN_BASE 0x230000000000UL
#define SHIM_USER_BASE 0x240000000000UL
#define SHIM_USER_BYTES 0x2000UL
#define SHIM_RAM_PHYS 0x100000UL
#define SHIM_RAM_BYTES 0x800000UL
#define SHIM_PAGE_BYTES 4096UL
#define SHIM_WINDOW_COUNT 3
#define SHIM_PHYS_END 0xe3000000UL
#define SHIM_PAGE_STRUCT_BYTES 40UL

struct shim_window {
	unsigned long phys, size;
	_Bool has_pages;
	_Bool is_free_of_side_effects;
	unsigned char *backing;
};

extern struct shim_window shim_windows[SHIM_WINDOW_COUNT];

enum shim_region {
	SHIM_REGION_OTHER, /* the program's own memory */
	SHIM_REGION_RAM,
	SHIM_REGION_TOKEN,
	SHIM_REGION_IO_LINEAR,
	SHIM_REGION_USER,
};

/* Maps everything; exits with a message when the host does not let it. */
void shim_world_init(void);

/* I/O memory is shared with child processes: zero it for the next run. */
void shim_world_clear_io(void);

enum shim_region shim_region_of(const volatile void *addr);
_Bool shim_is_io(const volatile void *addr);
/* Whether any byte of the range is I/O memory. */
_Bool shim_touches_io(const volatile void *addr, unsigned long size);
struct shim_window *shim_window_of_phys(unsigned long phys);
_Bool shim_phys_is_ram(unsigned long phys);

/* The window's memory behind a token or linear address; other addresses as they are. */
void *shim_backing(const volatile void *addr);
/* What a token or linear address names. */
unsigned long shim_phys_of(const volatile void *addr);

/* In the first page, where nothing is: NULL, and members of what is at NULL. */
_Bool shim_is_null(const volatile void *addr);

/* Installs the handlers that turn faults into reports. */
void shim_catch_faults(void);

#endif
