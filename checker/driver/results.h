/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From units to what the user asked for: findings, --why, --dump, --emit-ir. */
#ifndef SG_DRIVER_RESULTS_H
#define SG_DRIVER_RESULTS_H

#include "core/analysis.h"
#include "driver/session.h"

struct sg_results {
	struct sg_arena *arena;       /* set by the caller: all the rest lives there */
	struct sg_leads *leads;       /* set by the caller: added to; NULL: not wanted */
	struct sg_findings *findings; /* all levels; NULL when something else was asked for */
	struct sg_report *report;     /* the findings that are shown */
	struct sg_stats stats;
};

/* False after noting what is wrong with --why or --dump: SG_EXIT_USAGE. */
bool sg_results_check_options(struct sg_session *session);

/*
 * Analyses the units as one program and appends to 'out' what the options ask
 * for; findings stay in 'results' for the caller to render.
 */
void sg_results_make(struct sg_session *session, struct sg_unit *const *units, uint32_t unit_count,
                     struct sg_results *results, struct sg_buf *out);

/* The session's filter over 'findings'. */
struct sg_report *sg_results_report(const struct sg_session *session, struct sg_arena *arena,
                                    const struct sg_findings *findings);

/* "3 findings (1 certain, 2 likely)" */
void sg_results_summary(struct sg_buf *out, const struct sg_report *report);

/* One figure a line: "sglint: stats: functions: 12". */
void sg_results_stats(struct sg_buf *out, const struct sg_stats *stats);

#endif
