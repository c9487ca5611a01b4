/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From the words that kbuild passes to gcc, clang or sparse to arguments that
 * are safe and understood by Clang.  A flag passes when the table in
 * kbuild_args.c names it: one that changes what the source means.  All others
 * go, whoever wrote them; a patch can set ccflags-y, and Clang would load a
 * plugin, read an argument file or write a dependency file where it says.
 *
 * The same unit gives the same arguments by its CHECK mode words as by the
 * command in its .cmd file: what sparse alone gets (CHECKFLAGS and CF=) only
 * helps to find the target.
 */
#ifndef SG_DRIVER_KBUILD_ARGS_H
#define SG_DRIVER_KBUILD_ARGS_H

#include "base/error.h"
#include "driver/options.h"

struct sg_kbuild_words {
	const char *const *items; /* without the compiler */
	uint32_t count;
	const char *compiler; /* as called; NULL in CHECK mode */
	bool has_checkflags;  /* CHECK mode: words before -Wp,-MMD are for sparse */
	/* What the environment says; NULL where it has no say or is silent. */
	const char *arch;          /* ARCH */
	const char *cross_compile; /* CROSS_COMPILE */
};

struct sg_kbuild_args {
	sg_text_list args;  /* for Clang, --target first */
	const char *source; /* last word that is no flag; NULL: none */
	const char *object; /* by -Wp,-MMD or -o, else NULL */
	const char *module; /* KBUILD_MODNAME, else NULL */
	/* The kernel's source and build directory as the words spell them; NULL: no kernel's. */
	const char *kernel_source;
	const char *kernel_build;
	const char *diagnostic_prefix; /* -fdiagnostic-prefix, with its ": "; else NULL */
};

/* False with 'error' set when the target cannot be told.  Strings live in 'arena'. */
bool sg_kbuild_args(struct sg_arena *arena, const struct sg_kbuild_words *words,
                    struct sg_kbuild_args *args, struct sg_error *error);

#endif
