// SPDX-License-Identifier: GPL-2.0-or-later
/* sglint scan: a build tree, or parts of it, as one program. */
#include "driver/commands.h"
#include "driver/finish.h"
#include "driver/planner.h"
#include "driver/results.h"

struct scan {
	struct sg_session *session;
	struct sg_progress progress;
	struct sg_lowered lowered;
	sg_plan_list plans;
};

static bool plan(struct scan *scan)
{
	const struct sg_options *options = &scan->session->options;
	struct sg_planner planner;

	if (!options->build || options->has_flags) {
		sg_session_end(scan->session, SG_EXIT_USAGE,
		               options->build ? "scan takes the flags from the build tree"
		                              : "add -p with the build tree");
		return false;
	}
	if (!sg_planner_open(&planner, scan->session, &scan->plans, sg_lowered_refuse,
	                     &scan->lowered))
		return false;
	if (options->operands.count == 0)
		sg_planner_add_all(&planner);
	for (uint32_t i = 0; i < options->operands.count; i++)
		sg_planner_add(&planner, options->operands.items[i]);
	sg_planner_close(&planner);
	sg_plans_finish(scan->session, &scan->plans);
	return true;
}

enum sg_exit sg_cmd_scan(struct sg_session *session)
{
	struct scan scan = {.session = session};

	sg_lowered_init(&scan.lowered, session->arena, session->intern);
	if (!sg_results_check_options(session) || !plan(&scan) || !sg_session_load_rules(session))
		return SG_EXIT_USAGE;
	if (scan.plans.count == 0 && scan.lowered.lost == 0)
		return sg_session_end(session, SG_EXIT_UNITS_LOST, "'%s' has no unit: build it",
		                      session->options.build);
	scan.lowered.progress = &scan.progress;
	if (!sg_lower(session, &scan.plans, &scan.lowered))
		return SG_EXIT_USAGE;
	return sg_finish(session, &scan.plans, &scan.lowered);
}
