/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A callee's symbols in its caller's terms: what its parameters, and all that
 * was reached from them, are at one call.  Everything is read from the state
 * before the call, so translate all before changing any.
 */
#ifndef SG_CORE_TRANSLATE_H
#define SG_CORE_TRANSLATE_H

#include "core/engine.h"

struct sg_translation {
	struct sg_frame *f; /* of the caller */
	const struct sg_func *callee;
	const sg_value *args;
	uint32_t arg_count;
	struct sg_map regions; /* region -> value */
	struct sg_map exprs;   /* expression -> value */
};

/* 'args' are the values of the call's arguments, and must outlive 't'. */
void sg_translation_init(struct sg_translation *t, struct sg_frame *f, const struct sg_func *callee,
                         const sg_value *args, uint32_t arg_count);

/* What the address of 'region' is here; unknown for a callee's own locals. */
sg_value sg_translate_region(struct sg_translation *t, sg_region region);
sg_value sg_translate_value(struct sg_translation *t, sg_value v);

enum sg_lit_truth { SG_LIT_HOLDS, SG_LIT_FAILS, SG_LIT_OPEN, SG_LIT_UNKNOWN };

struct sg_lit_list {
	sg_lit items[SG_MAX_REQUIREMENT_LITERALS];
	uint32_t count;
};

/*
 * SG_LIT_OPEN: what 'out' lists follows from the literal here.  Of a value with
 * several alternatives it tells which of them is there.
 */
enum sg_lit_truth sg_translate_lit(struct sg_translation *t, sg_lit lit, struct sg_lit_list *out);

#endif
