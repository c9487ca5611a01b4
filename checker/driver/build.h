/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A build tree: of a kernel, of a module (M=), or of anything that has a
 * compile_commands.json.  A unit is an object; its command is in the .cmd file
 * beside it, else in compile_commands.json.
 */
#ifndef SG_DRIVER_BUILD_H
#define SG_DRIVER_BUILD_H

#include "base/error.h"
#include "base/intern.h"
#include "driver/command.h"

struct sg_build {
	struct sg_arena *arena;
	struct sg_arena *scratch; /* of the command at hand */
	const char *path;         /* absolute */
	const char *source;       /* absolute: the kernel's source, or 'path' */
	const char *current;      /* the working directory */
	bool is_kernel;
	bool has_database; /* compile_commands.json is what counts */
	sg_command_list database;
	sg_broken_list broken; /* of the database all, of .cmd files those met so far */
	uint32_t found;        /* commands handed out, and broken ones met, so far */
};

/*
 * Gets one command after the other: those of a whole tree at a time would take
 * more memory than its units.  'command' lives in 'scratch', which is the
 * visitor's to use as well, until it returns.
 */
typedef void (*sg_command_visitor)(void *context, const struct sg_compile_command *command,
                                   struct sg_arena *scratch);

/*
 * 'path' is a directory or a compilation database; false with 'error' set:
 * neither.  Words of a database go to 'intern'.  To be closed in any case.
 */
bool sg_build_open(struct sg_build *build, struct sg_arena *arena, struct sg_intern *intern,
                   const char *path, struct sg_error *error);
void sg_build_close(struct sg_build *build);

/*
 * Visits the commands of an operand: a source or an object, absolute or
 * relative to the source root, the build tree or the working directory, or a
 * directory: all that is built from below it.  A source is looked for among
 * the objects of its own directory, and in the rest of the tree when none of
 * those is made of it.  A broken command is marked as wanted.  False with
 * 'error' set when there is none.
 */
bool sg_build_find(struct sg_build *build, const char *operand, sg_command_visitor visit,
                   void *context, struct sg_error *error);

/* Visits all commands of the tree whose objects CHECK mode sees. */
void sg_build_all(struct sg_build *build, sg_command_visitor visit, void *context);

#endif
