/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Programs for the reference implementation: kernel-shim/reference/README.md.
 * A program is analysed like any other file; the record is for the runner.
 */
#ifndef SHIM_PROGRAM_H
#define SHIM_PROGRAM_H

#include <linux/compiler_types.h>

#define SHIM_MAX_INPUTS 8

struct shim_program {
	const char *name;
	int (*run)(const unsigned int *in);
	unsigned int bits;
	unsigned int carrier; /* 0: page_link, 1: pfn_t */
};

#ifdef SHIM_CARRIER_PFN_T
#define SHIM_CARRIER 1
#else
#define SHIM_CARRIER 0
#endif

#ifdef SHIM_REFERENCE
/* Called while a file of programs is loaded. */
void shim_register_program(const struct shim_program *program);

#define SHIM_PROGRAM(function, inputs)                                                           \
	_Static_assert((inputs) <= SHIM_MAX_INPUTS, "too many inputs");                          \
	static const struct shim_program shim_program_##function = {#function, function, inputs, \
	                                                            SHIM_CARRIER};               \
	static __attribute__((constructor)) void shim_register_##function(void)                  \
	{                                                                                        \
		shim_register_program(&shim_program_##function);                                 \
	}                                                                                        \
	_Static_assert(1, "ends with a semicolon")
#else
/* An analyser needs no record: the function is entered from outside. */
#define SHIM_PROGRAM(function, inputs) extern __typeof__(function) function
#endif

#endif
