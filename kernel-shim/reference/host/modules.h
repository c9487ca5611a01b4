/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The shared objects that programs come in. */
#ifndef SHIM_MODULES_H
#define SHIM_MODULES_H

#include <stdbool.h>
#include <stddef.h>

struct shim_program;

struct shim_module {
	const char *path;
	unsigned long base, start, end; /* where it was loaded */
	const struct shim_program **programs;
	size_t program_count;
};

/* Loads a file and makes its code known to the reports; says why not on stderr. */
bool shim_module_load(struct shim_module *module, const char *path, unsigned int carrier);

const struct shim_module *shim_module_of(const struct shim_module *modules, size_t count,
                                         unsigned long pc);

#endif
