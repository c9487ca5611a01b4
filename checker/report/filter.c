// SPDX-License-Identifier: GPL-2.0-or-later
/* Which findings a report shows. */
#include "report/filter.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/near_miss.h"

static bool contains(const char *const *ids, uint32_t count, const char *id)
{
	for (uint32_t i = 0; i < count; i++) {
		if (strcmp(ids[i], id) == 0)
			return true;
	}
	return false;
}

static bool passes(const struct sg_report_filter *filter, const struct sg_finding *finding)
{
	const char *id = finding->rule->id;

	return finding->level <= filter->level &&
	       (filter->rule_count == 0 || contains(filter->rules, filter->rule_count, id)) &&
	       !contains(filter->no_rules, filter->no_rule_count, id);
}

void sg_report_unknown_rule(const struct sg_rules *rules, const char *id, struct sg_error *error)
{
	uint32_t count = sg_rules_count(rules);
	const char **ids = malloc((count + 1) * sizeof(*ids));
	const char *near;

	if (!ids)
		sg_bug("out of memory for %u rule ids", count);
	for (uint32_t i = 0; i < count; i++)
		ids[i] = sg_rules_at(rules, i)->id;
	near = sg_near_miss(id, ids, count);
	free(ids);
	if (near)
		sg_error_set(error, NULL, 0, 0, "unknown rule '%s'; did you mean '%s'?", id, near);
	else
		sg_error_set(error, NULL, 0, 0, "unknown rule '%s'; 'sglint rules' lists them", id);
}

static bool check_ids(const char *const *ids, uint32_t count, const struct sg_rules *rules,
                      struct sg_error *error)
{
	for (uint32_t i = 0; i < count; i++) {
		if (!sg_rules_find(rules, ids[i])) {
			sg_report_unknown_rule(rules, ids[i], error);
			return false;
		}
	}
	return true;
}

bool sg_report_filter_check(const struct sg_report_filter *filter, const struct sg_rules *rules,
                            struct sg_error *error)
{
	return check_ids(filter->rules, filter->rule_count, rules, error) &&
	       check_ids(filter->no_rules, filter->no_rule_count, rules, error);
}

struct sg_report *sg_report_new(struct sg_arena *arena, const struct sg_findings *findings,
                                const struct sg_report_filter *filter)
{
	const struct sg_fingerprint *fingerprints = sg_fingerprints_new(arena, findings);
	struct sg_report *report = SG_NEW(arena, struct sg_report);

	for (uint32_t i = 0; i < findings->items.count; i++) {
		const struct sg_finding *finding = findings->items.items[i];

		if (passes(filter, finding))
			sg_vec_push(&report->items, arena,
			            (struct sg_report_item){finding, fingerprints[i]});
	}
	return report;
}

uint32_t sg_report_count(const struct sg_report *report, enum sg_level level)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < report->items.count; i++)
		count += report->items.items[i].finding->level <= level;
	return count;
}
