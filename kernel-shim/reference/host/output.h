/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the runner prints: the sorted set of places and kinds. */
#ifndef SHIM_OUTPUT_H
#define SHIM_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

struct shim_module;
struct shim_program;
struct shim_reports;

struct shim_output {
	const struct shim_module *modules;
	size_t module_count;
	const struct shim_program *const *programs; /* by number */
	bool is_by_input, is_trace;
};

/* False when the lines could not be found out. */
bool shim_print(const struct shim_output *output, const struct shim_reports *reports);

#endif
