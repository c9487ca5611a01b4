/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The text form of a unit (.sgir): printer and parser.  print(parse(x)) = x. */
#ifndef SG_CORE_IR_TEXT_H
#define SG_CORE_IR_TEXT_H

#include "base/buf.h"
#include "base/error.h"
#include "core/ir.h"

void sg_ir_print(const struct sg_unit *unit, struct sg_buf *out);
/* One function only, for --dump=cfg and error messages. */
void sg_ir_print_function(const struct sg_unit *unit, uint32_t function, struct sg_buf *out);
/* One instruction without newline. */
void sg_ir_print_inst(const struct sg_unit *unit, const struct sg_function *function, uint32_t inst,
                      struct sg_buf *out);

/*
 * NULL with 'error' filled (file_name, line, column) on malformed text; the
 * result has passed sg_ir_verify().
 */
struct sg_unit *sg_ir_parse(struct sg_arena *arena, struct sg_intern *intern, const char *text,
                            size_t length, const char *file_name, struct sg_error *error);

#endif
