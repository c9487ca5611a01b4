/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Source lines of addresses, from the debug information of the loaded programs.
 * All addresses of a run are asked for with one call of llvm-symbolizer.
 */
#ifndef SHIM_LINES_H
#define SHIM_LINES_H

#include <stdbool.h>
#include <stddef.h>

struct shim_address {
	const char *module; /* path of the shared object */
	unsigned long offset;
	/* Filled in: the innermost line outside the shim's headers, or none. */
	char *file, *function;
	unsigned int line;
	/* The code stands for more than one line, or for none: "function" says where. */
	bool has_no_line;
};

/* The array sorted by module and offset, without duplicates. */
bool shim_resolve(struct shim_address *addresses, size_t count);

#endif
