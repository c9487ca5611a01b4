/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The .NAME.o.cmd files that kbuild leaves beside objects.  Only their first
 * line is read: "savedcmd_NAME.o := ..." ("cmd_" before 6.3).
 */
#ifndef SG_DRIVER_CMD_FILE_H
#define SG_DRIVER_CMD_FILE_H

#include <stdbool.h>

#include "driver/command.h"

enum sg_cmd_kind {
	SG_CMD_UNIT,   /* compiles a C source of the kernel or of a module */
	SG_CMD_OTHER,  /* host programs, assembly, linking */
	SG_CMD_BROKEN, /* cannot be read, or was not written to its end by kbuild */
};

/* 'command' is set for a unit; its 'directory' is left to the caller. */
enum sg_cmd_kind sg_cmd_file_read(struct sg_arena *arena, const char *path,
                                  struct sg_compile_command *command);

/* "DIR/.NAME.o.cmd" for "DIR/NAME.o" */
const char *sg_cmd_file_of_object(struct sg_arena *arena, const char *object);

/*
 * The .cmd files in 'directory', with those of all directories below when
 * 'is_deep', in the order of their names.  Links to directories are not
 * followed.
 */
void sg_cmd_file_list(struct sg_arena *arena, const char *directory, bool is_deep,
                      sg_text_list *files);

/* The same for files whose name ends in 'suffix'. */
void sg_file_list(struct sg_arena *arena, const char *directory, const char *suffix, bool is_deep,
                  sg_text_list *files);

#endif
