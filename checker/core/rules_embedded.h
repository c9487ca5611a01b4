/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rules of rules/, compiled in; the source is made by sg_rulec at build time. */
#ifndef SG_CORE_RULES_EMBEDDED_H
#define SG_CORE_RULES_EMBEDDED_H

#include "base/arena.h"
#include "core/rules.h"

/* For one kernel version (major << 8 | minor, 0: of each name the newest form). */
const struct sg_rules *sg_rules_embedded(struct sg_arena *arena, uint32_t kernel_version);

#endif
