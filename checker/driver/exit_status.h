/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the process ends with; the table is exit_status.def. */
#ifndef SG_DRIVER_EXIT_STATUS_H
#define SG_DRIVER_EXIT_STATUS_H

#include "base/buf.h"

enum sg_exit {
#define SG_EXIT_STATUS(name, number, word, meaning) SG_EXIT_##name = (number),
#include "driver/exit_status.def"
#undef SG_EXIT_STATUS
};

/* "done", "incomplete", ...: how the last line on stderr begins. */
const char *sg_exit_word(enum sg_exit status);
/* The list of the man page, in mdoc macros. */
void sg_exit_manual(struct sg_buf *out);

#endif
