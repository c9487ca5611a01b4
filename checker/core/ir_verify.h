/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Checks every invariant IR.md states. */
#ifndef SG_CORE_IR_VERIFY_H
#define SG_CORE_IR_VERIFY_H

#include "base/error.h"
#include "core/ir.h"

/* False with the first violation in 'error' (function and instruction named). */
bool sg_ir_verify(const struct sg_unit *unit, struct sg_error *error);

#endif
