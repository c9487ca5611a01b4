/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a compile command to all that is needed to lower the unit. */
#ifndef SG_DRIVER_UNIT_PLAN_H
#define SG_DRIVER_UNIT_PLAN_H

#include "base/intern.h"
#include "driver/command.h"
#include "driver/kbuild_args.h"

struct sg_unit_plan {
	const char *name;        /* of the object, from the build tree or the module's root */
	const char *directory;   /* the command runs in, absolute */
	const char *root;        /* absolute directory that paths are shown relative to */
	const char *source;      /* as the command names it */
	const char *source_path; /* absolute */
	const char *module;      /* KBUILD_MODNAME, NULL: unknown */
	/* The kernel's trees, absolute; NULL when the command is no kernel's. */
	const char *kernel_source;
	const char *kernel_build;
	/* Put before a path relative to the root to get it as the command has it. */
	const char *path_prefix;
	const char *image;             /* where CHECK mode leaves the unit */
	const char *diagnostic_prefix; /* see kbuild_args.h */
	sg_text_list args;             /* for Clang */
};

/* What the command itself does not tell. */
struct sg_plan_context {
	bool is_check_mode;
	const char *arch; /* see struct sg_kbuild_words */
	const char *cross_compile;
	const char *root;            /* for what is no kernel's */
	const char *module_root;     /* M=, absolute; NULL: unknown */
	const char *image_directory; /* sg_image_directory() */
};

/* SGLINT_DIR as an absolute path; NULL: units go beside their objects. */
const char *sg_image_directory(struct sg_arena *arena);

/* False with 'error' set when the command cannot be used. */
bool sg_unit_plan(struct sg_arena *arena, const struct sg_compile_command *command,
                  const struct sg_plan_context *context, struct sg_unit_plan *plan,
                  struct sg_error *error);

/*
 * A copy that lives in 'arena' and 'intern' and takes no more than it needs:
 * most flags of a tree are in every command.
 */
struct sg_unit_plan sg_unit_plan_copy(struct sg_arena *arena, struct sg_intern *intern,
                                      const struct sg_unit_plan *plan);

typedef SG_VEC(struct sg_unit_plan) sg_plan_list;

/* In the order of their names, each once. */
void sg_unit_plans_sort(sg_plan_list *plans);
/*
 * major << 8 | minor of the kernel that the first of them is built for: the
 * facts are chosen by it.  0: unknown.
 */
uint32_t sg_unit_plans_kernel_version(struct sg_arena *arena, const sg_plan_list *plans);

#endif
