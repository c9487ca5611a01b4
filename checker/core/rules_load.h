/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Builds rules from parsed YAML text.  core opens no file: the driver hands
 * over contents, or the blob that the build embedded.
 */
#ifndef SG_CORE_RULES_LOAD_H
#define SG_CORE_RULES_LOAD_H

#include "base/arena.h"
#include "base/error.h"
#include "core/rules.h"

struct sg_rule_file {
	const char *name; /* for messages: "rules/api/iomem.yaml" */
	const char *text;
	size_t length;
	bool is_facts; /* rules/api/: facts; else one rule */
};

/*
 * Loads all files for one kernel version (major << 8 | minor, 0: of each name
 * the newest form).  Everything is checked: unknown keys and words get a
 * near-miss suggestion, a name may stand only once for each version.  Returns
 * NULL with the first 'error_max' errors in errors[], *error_count of them.
 * The rules live in 'arena'.
 */
struct sg_rules *sg_rules_load(struct sg_arena *arena, const struct sg_rule_file *files,
                               uint32_t file_count, uint32_t kernel_version,
                               struct sg_error *errors, uint32_t error_max, uint32_t *error_count);

/*
 * The same for a project's own files, added to 'base': a fact or rule with a
 * name that 'base' has replaces it.  'base' must outlive the result.
 */
struct sg_rules *sg_rules_extend(struct sg_arena *arena, const struct sg_rules *base,
                                 const struct sg_rule_file *files, uint32_t file_count,
                                 uint32_t kernel_version, struct sg_error *errors,
                                 uint32_t error_max, uint32_t *error_count);

#endif
