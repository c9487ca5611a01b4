/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whole files into memory. */
#ifndef SG_DRIVER_READ_FILE_H
#define SG_DRIVER_READ_FILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"

/* A descriptor to read 'path'; -1 with errno set, also for what is no regular file. */
int sg_open_file(const char *path);

/* The contents of 'path', with a NUL behind them; false with 'error' set. */
bool sg_read_file(struct sg_arena *arena, const char *path, const char **text, size_t *length,
                  struct sg_error *error);

#endif
