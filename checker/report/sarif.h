/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The parts of a SARIF 2.1.0 log.  GitHub's limits and rules are those of its
 * "SARIF support for code scanning" pages.
 */
#ifndef SG_REPORT_SARIF_H
#define SG_REPORT_SARIF_H

#include "report/json_text.h"
#include "report/run.h"

/* What GitHub keeps of one run, of one result's flow, and of its related locations. */
enum {
	SG_SARIF_RESULTS = 5000,
	SG_SARIF_FLOW_STEPS = 1000,
	SG_SARIF_RELATED = 100,
	/* No limit of GitHub's: a link of an unbuilt tree misses each of its units. */
	SG_SARIF_TROUBLES = 1000,
};

/* The name under which the root of all relative paths goes. */
#define SG_SARIF_ROOT "%SRCROOT%"

/* The notifications, by their places in the tool's list. */
enum sg_sarif_notification {
	SG_SARIF_UNIT_LOST,
	SG_SARIF_UNIT_DEGRADED,
	SG_SARIF_UNIT_STALE,
	SG_SARIF_UNIT_MISSING,
	SG_SARIF_UNITS_LEFT_OUT,
	SG_SARIF_RESULTS_LEFT_OUT,
	SG_SARIF_NOTIFICATION_COUNT
};

/* "runs[].tool": the rules with their help, in the order of 'rules', and the notifications. */
json_t *sg_sarif_tool(const struct sg_run *run);
/* Where a rule stands in that list. */
uint32_t sg_sarif_rule_index(const struct sg_rules *rules, const struct sg_rule *rule);
/* "runs[].invocations[]"; 'left_out': results that the report has and the log has not. */
json_t *sg_sarif_invocation(const struct sg_run *run, uint32_t left_out);

/* "artifactLocation" of a file as findings name it. */
json_t *sg_sarif_artifact(const char *file);
/* A message that is 'text' and nothing else. */
json_t *sg_sarif_message(const char *text);
json_t *sg_sarif_result(const struct sg_report_item *item, const struct sg_run *run);

const char *sg_sarif_level(enum sg_severity severity); /* "warning" */

#endif
