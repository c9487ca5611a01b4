// SPDX-License-Identifier: GPL-2.0-or-later
/* sglint check: files, directories or objects, analysed as one program. */
#include <stdlib.h>

#include "driver/commands.h"
#include "driver/finish.h"
#include "driver/path.h"
#include "driver/planner.h"
#include "driver/results.h"

struct check {
	struct sg_session *session;
	struct sg_arena *arena;
	struct sg_lowered lowered;
	sg_plan_list plans;
};

/* FILE... -- FLAGS */
static bool plan_with_flags(struct check *check)
{
	const struct sg_options *options = &check->session->options;
	const struct sg_plan_context context = {
		.arch = getenv("ARCH"),
		.cross_compile = getenv("CROSS_COMPILE"),
		.root = sg_path_current(check->arena),
	};

	for (uint32_t i = 0; i < options->operands.count; i++) {
		struct sg_compile_command command = {
			.directory = context.root,
			.source = options->operands.items[i],
			.words = options->flags,
		};
		struct sg_unit_plan plan;
		struct sg_error error;

		if (!sg_unit_plan(check->arena, &command, &context, &plan, &error)) {
			sg_session_end(check->session, SG_EXIT_USAGE, "%s", error.text);
			return false;
		}
		sg_vec_push(&check->plans, check->arena, plan);
	}
	return true;
}

/* FILE... -p BUILD */
static bool plan_from_build(struct check *check)
{
	const sg_text_list *operands = &check->session->options.operands;
	struct sg_planner planner;

	/* A unit that cannot even be planned is lost like one that crashes. */
	if (!sg_planner_open(&planner, check->session, &check->plans, sg_lowered_refuse,
	                     &check->lowered))
		return false;
	for (uint32_t i = 0; i < operands->count; i++)
		sg_planner_add(&planner, operands->items[i]);
	sg_planner_close(&planner);
	return true;
}

static bool plan(struct check *check)
{
	const struct sg_options *options = &check->session->options;
	const char *problem = NULL;
	bool is_ok;

	if (options->operands.count == 0)
		problem = "no FILE to check; a directory stands for all files below it";
	else if (!options->build && !options->has_flags)
		problem = "add -p with the build tree, or '--' and the compiler's flags";
	else if (options->build && options->has_flags)
		problem = "either -p or '--' with flags, not both";
	if (problem) {
		sg_session_end(check->session, SG_EXIT_USAGE, "%s", problem);
		return false;
	}
	is_ok = options->build ? plan_from_build(check) : plan_with_flags(check);
	sg_plans_finish(check->session, &check->plans);
	return is_ok;
}

enum sg_exit sg_cmd_check(struct sg_session *session)
{
	struct check check = {.session = session, .arena = session->arena};
	struct sg_results results = {.arena = session->arena};
	enum sg_exit status;
	struct sg_buf out;

	sg_lowered_init(&check.lowered, session->arena, session->intern);
	if (!sg_results_check_options(session) || !plan(&check) ||
	    !sg_session_load_rules(session) || !sg_lower(session, &check.plans, &check.lowered))
		return SG_EXIT_USAGE;
	sg_buf_init(&out);
	sg_results_make(session, check.lowered.units.items, check.lowered.units.count, &results,
	                &out);
	status = sg_finish(session, &check.plans, &check.lowered, &results, &out);
	sg_buf_release(&out);
	return status;
}
