/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text of the scanned tree on its way to a terminal. */
#ifndef SG_REPORT_PLAIN_H
#define SG_REPORT_PLAIN_H

#include "base/buf.h"

/*
 * Appends 'text' on one line.  Control characters, Unicode characters that
 * change the direction of text or break lines, and bytes that are no UTF-8
 * appear as \xNN or \uNNNN.
 */
void sg_add_plain(struct sg_buf *out, const char *text);

#endif
