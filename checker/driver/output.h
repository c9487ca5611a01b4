/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a report leaves the process: complete or not at all. */
#ifndef SG_DRIVER_OUTPUT_H
#define SG_DRIVER_OUTPUT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/*
 * Writes 'report' to the file 'path' through a temporary file beside it that
 * is renamed into place; to stdout when 'path' is NULL or "-".  A 'path' that
 * is no regular file (a device, a pipe) is written as it is.  False with
 * 'error' set when it cannot be written; no temporary file is left.
 */
bool sg_output_write(const char *path, const struct sg_buf *report, struct sg_error *error);

#endif
