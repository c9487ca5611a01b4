/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rules for every kernel version, as plain tables: what the loader makes of
 * the YAML files, what sg_rulec writes out as C, and what an index for one
 * version is built over.
 */
#ifndef SG_CORE_RULES_TABLES_H
#define SG_CORE_RULES_TABLES_H

#include "base/arena.h"
#include "base/error.h"
#include "core/rules.h"
#include "core/rules_load.h"

struct sg_rules_tables {
	const struct sg_function_fact *functions; /* by name, then since */
	uint32_t function_count;
	const struct sg_record_fact *records; /* by tag, then since */
	uint32_t record_count;
	const struct sg_rule *rules; /* by id */
	uint32_t rule_count;
};

/*
 * Reads and checks all files.  'base' (may be NULL) holds the rules these are
 * added to: its words are known.  False with errors[] filled otherwise.
 */
bool sg_rules_read(struct sg_arena *arena, const struct sg_rules *base,
                   const struct sg_rule_file *files, uint32_t file_count,
                   struct sg_rules_tables *tables, struct sg_error *errors, uint32_t error_max,
                   uint32_t *error_count);

/*
 * The rules for one kernel version (0: of each name the newest form).  Facts
 * and rules of 'base' (may be NULL) stay unless 'tables' has the name.
 * 'tables' and 'base' must outlive the result.
 */
struct sg_rules *sg_rules_index(struct sg_arena *arena, const struct sg_rules *base,
                                const struct sg_rules_tables *tables, uint32_t kernel_version);

#endif
