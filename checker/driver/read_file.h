/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whole files into memory. */
#ifndef SG_DRIVER_READ_FILE_H
#define SG_DRIVER_READ_FILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"

/* The contents of 'path', with a NUL behind them; false with 'error' set. */
bool sg_read_file(struct sg_arena *arena, const char *path, const char **text, size_t *length,
                  struct sg_error *error);

#endif
