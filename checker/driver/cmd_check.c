// SPDX-License-Identifier: GPL-2.0-or-later
/* sglint check: files, directories or objects, analysed as one program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "driver/build.h"
#include "driver/commands.h"
#include "driver/lower.h"
#include "driver/output.h"
#include "driver/path.h"
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

/* A unit that cannot even be planned is lost like one that crashes. */
static void add_plans(struct check *check, const sg_command_list *commands,
                      const struct sg_plan_context *context)
{
	for (uint32_t i = 0; i < commands->count; i++) {
		const struct sg_compile_command *command = &commands->items[i];
		struct sg_unit_plan plan;
		struct sg_error error;

		if (sg_unit_plan(check->arena, command, context, &plan, &error)) {
			sg_vec_push(&check->plans, check->arena, plan);
			continue;
		}
		check->lowered.asked++;
		sg_lowered_lose(&check->lowered, command->source, error.text);
	}
}

static void lose_broken(struct check *check, const struct sg_build *build)
{
	for (uint32_t i = 0; i < build->broken.count; i++) {
		check->lowered.asked++;
		sg_lowered_lose(&check->lowered, build->broken.items[i], SG_BUILD_BROKEN);
	}
}

/* FILE... -p BUILD */
static bool plan_from_build(struct check *check)
{
	const struct sg_options *options = &check->session->options;
	struct sg_plan_context context = {0};
	struct sg_build build;
	struct sg_error error;
	char text[sizeof(error)];

	if (!sg_build_open(&build, check->arena, options->build, &error)) {
		sg_error_format(&error, text, sizeof(text));
		sg_session_end(check->session, SG_EXIT_USAGE, "%s", text);
		return false;
	}
	context.root = build.path;
	context.module_root = build.is_kernel ? NULL : build.path;
	for (uint32_t i = 0; i < options->operands.count; i++) {
		sg_command_list commands = {0};
		uint32_t broken = build.broken.count;

		if (!sg_build_find(&build, options->operands.items[i], &commands, &error) &&
		    build.broken.count == broken) {
			check->lowered.asked++;
			sg_lowered_lose(&check->lowered, options->operands.items[i], error.text);
		}
		add_plans(check, &commands, &context);
	}
	lose_broken(check, &build);
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
	sg_unit_plans_sort(&check->plans);
	if (!options->kernel_version)
		check->session->options.kernel_version =
			sg_unit_plans_kernel_version(check->arena, &check->plans);
	return is_ok;
}

static void render(struct check *check, const struct sg_results *results, struct sg_buf *out)
{
	const struct sg_options *options = &check->session->options;
	struct sg_report_options report =
		sg_session_report_options(check->session, options->output ? -1 : STDOUT_FILENO);

	if (options->abs_paths && check->plans.count > 0)
		report.path_prefix = check->plans.items[0].root;
	if (results->report)
		sg_report_text(out, results->report, &report);
}

static bool write_report(struct check *check, const struct sg_buf *out)
{
	const char *emit_ir = check->session->options.emit_ir;
	struct sg_error error;

	if (!emit_ir || strcmp(emit_ir, "-") == 0)
		return sg_session_write(check->session, out);
	if (sg_output_write(emit_ir, out, &error))
		return true;
	sg_session_end(check->session, SG_EXIT_USAGE, "%s", error.text);
	return false;
}

static enum sg_exit end(struct check *check, const struct sg_results *results)
{
	const struct sg_options *options = &check->session->options;
	const struct sg_lowered *lowered = &check->lowered;
	enum sg_exit status = SG_EXIT_DONE;
	struct sg_buf reason;

	sg_buf_init(&reason);
	if (results->report) {
		sg_results_summary(&reason, results->report);
		sg_buf_adds(&reason, " in ");
	}
	sg_buf_addf(&reason, "%u unit%s", lowered->units.count,
	            lowered->units.count == 1 ? "" : "s");
	if (lowered->degraded)
		sg_buf_addf(&reason, ", %u of them degraded", lowered->degraded);
	if (lowered->lost) {
		sg_buf_addf(&reason, "; %u of %u lost", lowered->lost, lowered->asked);
		status = SG_EXIT_UNITS_LOST;
	} else if (results->report && options->fail_on != SG_WORD_UNSET &&
	           sg_report_count(results->report, (enum sg_level)options->fail_on) > 0) {
		status = SG_EXIT_FINDINGS;
	}
	sg_session_end(check->session, status, "%s", reason.data);
	sg_buf_release(&reason);
	return status;
}

static void print_stats(const struct check *check, const struct sg_results *results)
{
	const struct sg_lowered *lowered = &check->lowered;
	struct sg_buf text;

	sg_buf_init(&text);
	sg_buf_addf(&text, "sglint: stats: units: %u\n", lowered->units.count);
	sg_buf_addf(&text, "sglint: stats: units degraded: %u\n", lowered->degraded);
	sg_buf_addf(&text, "sglint: stats: units lost: %u\n", lowered->lost);
	sg_results_stats(&text, &results->stats);
	fputs(text.data, stderr);
	sg_buf_release(&text);
}

enum sg_exit sg_cmd_check(struct sg_session *session)
{
	struct check check = {.session = session, .arena = session->arena};
	struct sg_results results;
	struct sg_buf out;
	bool is_written;

	sg_lowered_init(&check.lowered, session->arena, session->intern);
	if (!sg_results_check_options(session) || !plan(&check) ||
	    !sg_session_load_rules(session) || !sg_lower(session, &check.plans, &check.lowered))
		return SG_EXIT_USAGE;
	sg_buf_init(&out);
	sg_results_make(session, check.lowered.units.items, check.lowered.units.count, &results,
	                &out);
	render(&check, &results, &out);
	is_written = write_report(&check, &out);
	sg_buf_release(&out);
	if (session->options.stats)
		print_stats(&check, &results);
	return is_written ? end(&check, &results) : SG_EXIT_USAGE;
}
