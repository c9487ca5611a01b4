/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The one door from the front end into core: builds a unit piece by piece.
 * No Clang type passes through here.  Strings are copied at the border.
 */
#ifndef SG_CORE_IR_BUILD_H
#define SG_CORE_IR_BUILD_H

#include "core/ir.h"

#ifdef __cplusplus
extern "C" {
#endif

struct sg_builder;

/* Builds into 'unit'; the builder lives in the unit's arena. */
struct sg_builder *sg_builder_new(struct sg_unit *unit);
struct sg_unit *sg_builder_unit(struct sg_builder *b);

sg_str sg_build_str(struct sg_builder *b, const char *text);
/* Equal locations, types and integers get equal numbers. */
sg_loc sg_build_loc(struct sg_builder *b, const struct sg_location *location);
sg_type sg_build_type(struct sg_builder *b, const struct sg_type_info *info);
sg_ref sg_build_int(struct sg_builder *b, int64_t value);
sg_ref sg_build_string(struct sg_builder *b, const char *text);

/* Index of the record named 'id', created incomplete when new. */
uint32_t sg_build_record(struct sg_builder *b, const char *id, const char *tag, bool is_union);
/* Completes a record; fields may be added once only. */
void sg_build_record_complete(struct sg_builder *b, uint32_t record, sg_loc loc);
uint32_t sg_build_field(struct sg_builder *b, uint32_t record, const struct sg_field *field);

/*
 * Index of the symbol (kind, name), created when new.  For a static function
 * or variable whose name repeats in the unit (two static locals), pass a name
 * made unique by the caller ("function.variable").
 */
uint32_t sg_build_symbol(struct sg_builder *b, enum sg_symbol_kind kind, enum sg_linkage linkage,
                         const char *name, sg_type type, sg_loc loc);
struct sg_symbol *sg_builder_symbol(struct sg_builder *b, uint32_t symbol);
/* Adds the next declared parameter type of a function. */
void sg_build_symbol_param(struct sg_builder *b, uint32_t symbol, sg_type type);

/* Starts a body; instructions go to it until the matching end.  Nothing nests. */
void sg_build_function_begin(struct sg_builder *b, uint32_t symbol, sg_loc loc, sg_type return_type,
                             bool is_in_header, bool is_variadic);
struct sg_function *sg_builder_function(struct sg_builder *b); /* the current one */
uint32_t sg_build_param(struct sg_builder *b, const char *name, sg_type type, sg_loc loc);
/* After all parameters.  Returns the address of the slot. */
sg_ref sg_build_local(struct sg_builder *b, const char *name, sg_type type, sg_loc loc);

/*
 * Blocks are numbered when made and filled in any order: sg_build_block_at()
 * selects the one that gets the next instructions.  Block 0 exists from the
 * start and is selected.
 */
uint32_t sg_build_block(struct sg_builder *b);
void sg_build_block_at(struct sg_builder *b, uint32_t block);
uint32_t sg_builder_block(struct sg_builder *b);
/* True when the current block has its terminator: what follows is dead code. */
bool sg_builder_is_terminated(struct sg_builder *b);

/*
 * Appends an instruction to the current block and returns its result
 * (SG_REF_NIL when it has none).  'extra' is copied into the operand list.
 * In a terminated block nothing is appended and an unknown value comes back.
 */
sg_ref sg_build_inst(struct sg_builder *b, const struct sg_inst *inst, const sg_ref *extra,
                     uint32_t extra_count);

/*
 * Ends the body: blocks without terminator get STOP, instructions are laid
 * out block by block in block order, and unreachable blocks are dropped.
 */
void sg_build_function_end(struct sg_builder *b);

#ifdef __cplusplus
}
#endif

#endif
