/* SPDX-License-Identifier: GPL-2.0-or-later */
/* compile_commands.json. */
#ifndef SG_DRIVER_COMPILE_DB_H
#define SG_DRIVER_COMPILE_DB_H

#include <stdbool.h>

#include "base/error.h"
#include "base/intern.h"
#include "driver/command.h"

/*
 * All its commands, in their order; false with 'error' at the place of the
 * mistake.  Their words are in 'intern': most are in every command.
 */
bool sg_compile_db_read(struct sg_arena *arena, struct sg_intern *intern, const char *path,
                        sg_command_list *commands, struct sg_error *error);

#endif
