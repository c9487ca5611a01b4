/* SPDX-License-Identifier: GPL-2.0-or-later */
/* compile_commands.json. */
#ifndef SG_DRIVER_COMPILE_DB_H
#define SG_DRIVER_COMPILE_DB_H

#include <stdbool.h>

#include "base/error.h"
#include "base/intern.h"
#include "driver/command.h"

/*
 * All its commands, in their order, and in 'broken' the entries that hold none.
 * False with 'error' at the place of the mistake when the file is no list of
 * JSON.  Words are in 'intern': most are in every command.
 */
bool sg_compile_db_read(struct sg_arena *arena, struct sg_intern *intern, const char *path,
                        sg_command_list *commands, sg_broken_list *broken, struct sg_error *error);

#endif
