/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text for man pages. */
#ifndef SG_DRIVER_ROFF_H
#define SG_DRIVER_ROFF_H

#include "base/buf.h"

/* Appends one paragraph of text, in lines of a decent length, so that roff prints it as it is. */
void sg_add_roff(struct sg_buf *out, const char *text);

#endif
