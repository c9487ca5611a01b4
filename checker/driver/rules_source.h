/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where rules come from: the binary itself, and the directories of --rules. */
#ifndef SG_DRIVER_RULES_SOURCE_H
#define SG_DRIVER_RULES_SOURCE_H

#include "base/buf.h"
#include "core/rules.h"
#include "driver/options.h"

/*
 * The embedded rules for options->kernel_version, with those of options->rules
 * on top.  NULL when a file is unreadable or wrong; then 'errors' has one line
 * "file:line:col: error: text" for each mistake found.
 */
const struct sg_rules *sg_rules_source(struct sg_arena *arena, const struct sg_options *options,
                                       struct sg_buf *errors);

#endif
