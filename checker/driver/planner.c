// SPDX-License-Identifier: GPL-2.0-or-later
/* Plans one command at a time, so that a whole tree's are never all there. */
#include "driver/planner.h"

#include <stdio.h>

#include "driver/lower.h"

bool sg_planner_open(struct sg_planner *planner, struct sg_session *session, sg_plan_list *plans,
                     sg_plan_refused refused, void *refused_context)
{
	struct sg_error error;
	char text[sizeof(error)];

	*planner = (struct sg_planner){
		.session = session,
		.plans = plans,
		.refused = refused,
		.refused_context = refused_context,
	};
	if (!sg_build_open(&planner->build, session->arena, session->intern, session->options.build,
	                   &error)) {
		sg_build_close(&planner->build);
		sg_error_format(&error, text, sizeof(text));
		sg_session_end(session, SG_EXIT_USAGE, "%s", text);
		return false;
	}
	planner->context = (struct sg_plan_context){
		.root = planner->build.path,
		.module_root = planner->build.is_kernel ? NULL : planner->build.path,
		.image_directory = sg_image_directory(session->arena),
	};
	return true;
}

static void add_plan(void *context, const struct sg_compile_command *command,
                     struct sg_arena *scratch)
{
	struct sg_planner *planner = context;
	struct sg_session *session = planner->session;
	struct sg_unit_plan plan;
	struct sg_error error;

	if (sg_unit_plan(scratch, command, &planner->context, &plan, &error))
		sg_vec_push(planner->plans, session->arena,
		            sg_unit_plan_copy(session->arena, session->intern, &plan));
	else
		planner->refused(planner->refused_context, command->source, error.text);
}

void sg_planner_add(struct sg_planner *planner, const char *operand)
{
	struct sg_error error;

	if (!sg_build_find(&planner->build, operand, add_plan, planner, &error))
		planner->refused(planner->refused_context, operand, error.text);
}

void sg_planner_add_all(struct sg_planner *planner)
{
	sg_build_all(&planner->build, add_plan, planner);
}

static void warn(const struct sg_broken_command *broken)
{
	struct sg_buf line;

	sg_buf_init(&line);
	sg_lowered_message(&line, "warning", broken->name, broken->reason);
	fputs(line.data, stderr);
	sg_buf_release(&line);
}

void sg_planner_close(struct sg_planner *planner)
{
	const struct sg_build *build = &planner->build;

	for (uint32_t i = 0; i < build->broken.count; i++) {
		const struct sg_broken_command *broken = &build->broken.items[i];

		if (broken->is_wanted)
			planner->refused(planner->refused_context, broken->name, broken->reason);
		else
			warn(broken);
	}
	sg_build_close(&planner->build);
}

void sg_plans_finish(struct sg_session *session, sg_plan_list *plans)
{
	sg_unit_plans_sort(plans);
	if (!session->options.kernel_version)
		session->options.kernel_version =
			sg_unit_plans_kernel_version(session->arena, plans);
}
