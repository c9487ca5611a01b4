/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prose for a terminal. */
#ifndef SG_DRIVER_WRAP_H
#define SG_DRIVER_WRAP_H

#include "base/buf.h"

/* Columns of the terminal 'fd' is, within what reads well; 80 when it is none. */
uint32_t sg_wrap_width(int fd);

/*
 * Appends 'text' in lines of at most 'width' columns, each with 'indent'
 * spaces before it.  Empty lines part paragraphs, lines that start with "- "
 * are items of a list; a word that fits on no line stands alone.  Ends with a
 * newline.
 */
void sg_wrap(struct sg_buf *out, const char *text, uint32_t indent, uint32_t width);

/* Appends 'code' line by line behind 'indent' spaces, not wrapped. */
void sg_wrap_code(struct sg_buf *out, const char *code, uint32_t indent);

#endif
