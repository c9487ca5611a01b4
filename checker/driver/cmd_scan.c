// SPDX-License-Identifier: GPL-2.0-or-later
/* sglint scan: a build tree, or parts of it, as one program. */
#include "driver/commands.h"
#include "driver/filter.h"
#include "driver/finish.h"
#include "driver/planner.h"
#include "driver/results.h"

struct scan {
	struct sg_session *session;
	struct sg_progress progress;
	struct sg_lowered lowered;
	sg_plan_list plans;
	struct sg_results results; /* of the last link */
	struct sg_buf out;         /* what was asked for instead of findings */
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

/* Who asks for a place or for what is known of functions gets it of every unit. */
static bool wants_all(const struct sg_options *options)
{
	return options->all_units || options->why || options->dump;
}

/* Analyses the units that are there, as one program. */
static void link_units(struct scan *scan)
{
	sg_lowered_sort(&scan->lowered);
	scan->results.arena = sg_arena_new("link");
	sg_buf_reset(&scan->out);
	sg_results_make(scan->session, scan->lowered.units.items, scan->lowered.units.count,
	                &scan->results, &scan->out);
}

/* Until no unit that was left out uses what the others make of memory. */
static bool run_filtered(struct scan *scan)
{
	struct sg_session *session = scan->session;
	struct sg_arena *arena = session->arena;
	struct sg_filter filter;
	struct sg_leads leads;
	sg_plan_list chosen = {0};
	uint32_t total = 0, seeds = 0;
	bool is_ok;

	sg_filter_init(&filter, arena, &scan->plans);
	sg_leads_init(&leads, arena);
	scan->results.leads = &leads;
	sg_filter_start(&filter, session->rules, &chosen);
	seeds = chosen.count;
	is_ok = sg_lower(session, &chosen, &scan->lowered);
	while (is_ok) {
		uint32_t known = leads.items.count;

		total += chosen.count;
		link_units(scan);
		chosen.count = 0;
		sg_filter_follow(&filter, &leads, known, &chosen);
		if (chosen.count == 0)
			break;
		sg_arena_free(scan->results.arena);
		is_ok = sg_lower(session, &chosen, &scan->lowered);
	}
	scan->lowered.left_out = scan->plans.count - total;
	scan->lowered.followed = total - seeds;
	sg_filter_release(&filter);
	return is_ok;
}

static bool run(struct scan *scan)
{
	if (!wants_all(&scan->session->options))
		return run_filtered(scan);
	if (!sg_lower(scan->session, &scan->plans, &scan->lowered))
		return false;
	link_units(scan);
	return true;
}

enum sg_exit sg_cmd_scan(struct sg_session *session)
{
	struct scan scan = {.session = session};
	enum sg_exit status = SG_EXIT_USAGE;

	sg_lowered_init(&scan.lowered, session->arena, session->intern);
	if (!sg_results_check_options(session) || !plan(&scan) || !sg_session_load_rules(session))
		return SG_EXIT_USAGE;
	if (scan.plans.count == 0 && scan.lowered.lost == 0)
		return sg_session_end(session, SG_EXIT_UNITS_LOST, "'%s' has no unit: build it",
		                      session->options.build);
	scan.lowered.progress = &scan.progress;
	sg_buf_init(&scan.out);
	if (run(&scan)) {
		status = sg_finish(session, &scan.plans, &scan.lowered, &scan.results, &scan.out);
		sg_arena_free(scan.results.arena);
	}
	sg_buf_release(&scan.out);
	return status;
}
