/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From the engine's findings to those a report shows.  Every writer gets a
 * struct sg_report and only formats it.
 */
#ifndef SG_REPORT_FILTER_H
#define SG_REPORT_FILTER_H

#include "base/error.h"
#include "core/finding.h"
#include "report/fingerprint.h"

struct sg_report_filter {
	enum sg_level level;      /* the lowest that is shown */
	const char *const *rules; /* only these; none: every rule */
	uint32_t rule_count;
	const char *const *no_rules; /* not these, whatever 'rules' says */
	uint32_t no_rule_count;
};

struct sg_report_item {
	const struct sg_finding *finding;
	struct sg_fingerprint fingerprint;
};

struct sg_report {
	SG_VEC(struct sg_report_item) items; /* in the order of the findings */
};

/* Says in 'error' that there is no rule 'id', and which one may be meant. */
void sg_report_unknown_rule(const struct sg_rules *rules, const char *id, struct sg_error *error);

/* False, with a near miss in 'error', when a rule id of the filter does not exist. */
bool sg_report_filter_check(const struct sg_report_filter *filter, const struct sg_rules *rules,
                            struct sg_error *error);

/* The findings that pass; 'findings' must outlive the report. */
struct sg_report *sg_report_new(struct sg_arena *arena, const struct sg_findings *findings,
                                const struct sg_report_filter *filter);

/* How many of the report's findings are of 'level' or surer. */
uint32_t sg_report_count(const struct sg_report *report, enum sg_level level);

#endif
