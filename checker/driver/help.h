/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The texts of --help and --version. */
#ifndef SG_DRIVER_HELP_H
#define SG_DRIVER_HELP_H

#include "driver/commands.h"

/* Lines of at most 'width' columns. */
void sg_help_program(struct sg_buf *out, uint32_t width);
void sg_help_command(struct sg_buf *out, const struct sg_command_info *info, uint32_t width);
/* "sglint 0.1.0 (Clang 19.1.7)" */
void sg_help_version(struct sg_buf *out);

#endif
