/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The binary form of a unit (.sgo): the same tables, relocatable, versioned,
 * checksummed.  Reading never trusts the file: a truncated, foreign, older or
 * corrupted one is refused with a message.
 */
#ifndef SG_CORE_IR_BINARY_H
#define SG_CORE_IR_BINARY_H

#include "base/buf.h"
#include "base/error.h"
#include "core/ir.h"

/* Bumped whenever the meaning or layout of the IR changes. */
#define SG_IR_VERSION 1

/*
 * 'key' identifies what the unit was made from (flags, inputs, rules, tool) as
 * text of at most 255 bytes; it is stored and handed back by the reader.
 */
void sg_ir_write(const struct sg_unit *unit, const char *key, struct sg_buf *out);
struct sg_unit *sg_ir_read(struct sg_arena *arena, struct sg_intern *intern, const void *data,
                           size_t size, const char *file_name, char key_out[256],
                           struct sg_error *error);

#endif
