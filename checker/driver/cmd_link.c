// SPDX-License-Identifier: GPL-2.0-or-later
/* sglint link: the units that CHECK mode left in a build tree, as one program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/ir_binary.h"
#include "driver/cmd_file.h"
#include "driver/commands.h"
#include "driver/lower.h"
#include "driver/outputs.h"
#include "driver/planner.h"
#include "driver/read_file.h"
#include "driver/results.h"
#include "driver/unit_file.h"
#include "driver/unit_key.h"

struct link {
	struct sg_session *session;
	struct sg_arena *arena;
	struct sg_arena *scratch; /* of one unit */
	const char *build_path;
	sg_plan_list plans;
	struct sg_key_maker keys;
	struct sg_lowered lowered; /* the current units */
	struct sg_map images;      /* hash of the name of each file that may be current */
	struct sg_map printed;     /* hash of each fingerprint that CHECK mode has shown */
	uint32_t stale;            /* made from something else than what is there now */
	uint32_t missing;          /* CHECK mode has not seen the object */
	uint32_t foreign;          /* files that are no unit, or of no object of this tree */
	uint32_t shown_before;
	uint32_t retracted; /* shown by CHECK mode, and no finding of the whole */
};

static uint64_t hash_text(const char *text)
{
	return sg_hash_bytes(text, strlen(text));
}

static void say(const char *word, const char *path, const char *reason)
{
	struct sg_buf line;

	sg_buf_init(&line);
	sg_lowered_message(&line, word, path, reason);
	fputs(line.data, stderr);
	sg_buf_release(&line);
}

static void lack(struct link *link, const char *name, const char *reason)
{
	link->missing++;
	sg_lowered_note(&link->lowered, SG_UNIT_MISSING, name, reason);
}

static void miss(void *context, const char *name, const char *reason)
{
	struct link *link = context;

	lack(link, name, reason);
	say("missing", name, reason);
}

static bool plan_all(struct link *link)
{
	const struct sg_options *options = &link->session->options;
	struct sg_planner planner;

	if (!options->build || options->operands.count > 0 || options->has_flags) {
		sg_session_end(link->session, SG_EXIT_USAGE,
		               options->build ? "link takes all units of the tree that -p names, "
		                                "and no FILE or flags"
		                              : "add -p with the build tree");
		return false;
	}
	if (!sg_planner_open(&planner, link->session, &link->plans, miss, link))
		return false;
	link->build_path = planner.build.path;
	sg_planner_add_all(&planner);
	sg_planner_close(&planner);
	sg_plans_finish(link->session, &link->plans);
	return true;
}

static void refuse(struct link *link, const char *path, const struct sg_error *error)
{
	link->foreign++;
	say("foreign", path, error->text);
}

static void take_unit(struct link *link, const struct sg_unit_plan *plan, const char *data,
                      size_t size)
{
	struct sg_unit_note note;
	struct sg_unit *unit = NULL;
	struct sg_error error;
	char key[256];
	size_t image_size;

	if (!sg_unit_file_parse(link->scratch, data, size, plan->image, &image_size, &note,
	                        &error)) {
		refuse(link, plan->image, &error);
		return;
	}
	if (strcmp(note.key, sg_unit_key(&link->keys, plan, &note.inputs)) != 0) {
		link->stale++;
		sg_lowered_note(&link->lowered, SG_UNIT_STALE, plan->name,
		                "made from something else than what is there now");
		return;
	}
	unit = sg_ir_read(link->arena, link->lowered.intern, data, image_size, plan->image, key,
	                  &error);
	if (!unit) {
		refuse(link, plan->image, &error);
		return;
	}
	sg_vec_push(&link->lowered.units, link->arena, unit);
	link->lowered.degraded += unit->is_degraded;
	for (uint32_t i = 0; i < note.printed.count; i++)
		sg_map_put(&link->printed, hash_text(note.printed.items[i]), 0);
}

static void take_units(struct link *link)
{
	for (uint32_t i = 0; i < link->plans.count; i++) {
		const struct sg_unit_plan *plan = &link->plans.items[i];
		struct sg_error error;
		const char *data;
		size_t size;

		sg_map_put(&link->images, hash_text(plan->image), 0);
		if (access(plan->image, F_OK) < 0)
			lack(link, plan->name, "CHECK mode has not seen it");
		else if (sg_read_file(link->scratch, plan->image, &data, &size, &error))
			take_unit(link, plan, data, size);
		else
			refuse(link, plan->image, &error);
		sg_arena_reset(link->scratch);
	}
}

/* Files of objects that the tree no longer has. */
static void count_orphans(struct link *link)
{
	const char *directory = sg_image_directory(link->arena);
	sg_text_list files = {0};
	uint64_t value;

	sg_file_list(link->arena, directory ? directory : link->build_path, ".o.sgo", true, &files);
	for (uint32_t i = 0; i < files.count; i++)
		link->foreign += !sg_map_get(&link->images, hash_text(files.items[i]), &value);
}

/* Leaves out of the report what CHECK mode has shown, when that is asked for. */
static void compare_with_printed(struct link *link, struct sg_report *report)
{
	uint32_t kept = 0;
	uint64_t is_met;

	for (uint32_t i = 0; i < report->items.count; i++) {
		uint64_t name = hash_text(report->items.items[i].fingerprint.text);

		if (sg_map_get(&link->printed, name, &is_met)) {
			sg_map_put(&link->printed, name, 1);
			link->shown_before++;
			if (link->session->options.new_only)
				continue;
		}
		report->items.items[kept++] = report->items.items[i];
	}
	report->items.count = kept;
	for (uint32_t i = 0; i < link->printed.count; i++)
		link->retracted += !link->printed.entries[i].value;
}

static bool write_report(struct link *link, const struct sg_results *results,
                         const struct sg_buf *text)
{
	return results->report ? sg_outputs_write(link->session, results->report, &link->plans,
	                                          &link->lowered)
	                       : sg_outputs_write_plain(link->session, text);
}

/* What CHECK mode, which saw each unit alone, had said before. */
static void add_printed(const struct link *link, struct sg_buf *out)
{
	if (link->shown_before)
		sg_buf_addf(out, "; %u %s", link->shown_before,
		            link->session->options.new_only
		                    ? "left out, for CHECK mode has shown them"
		                    : "of them shown by CHECK mode");
	if (link->retracted)
		sg_buf_addf(out, "; %u shown by CHECK mode and retracted", link->retracted);
}

static enum sg_exit end(struct link *link, const struct sg_results *results)
{
	const struct sg_options *options = &link->session->options;
	enum sg_exit status = SG_EXIT_DONE;
	struct sg_buf reason;

	sg_buf_init(&reason);
	if (results->report) {
		sg_results_summary(&reason, results->report);
		sg_buf_adds(&reason, " in ");
	}
	sg_buf_addf(&reason, "%u unit%s", link->lowered.units.count,
	            link->lowered.units.count == 1 ? "" : "s");
	add_printed(link, &reason);
	sg_buf_addf(&reason, "; %u stale, %u missing, %u foreign", link->stale, link->missing,
	            link->foreign);
	if (link->lowered.units.count == 0) {
		sg_buf_adds(&reason, "; run make C=2 CHECK=sglint first");
		status = SG_EXIT_UNITS_LOST;
	} else if (options->strict && link->stale + link->missing > 0) {
		status = SG_EXIT_UNITS_LOST;
	} else if (results->report && options->fail_on != SG_WORD_UNSET &&
	           sg_report_count(results->report, (enum sg_level)options->fail_on) > 0) {
		status = SG_EXIT_FINDINGS;
	}
	sg_session_end(link->session, status, "%s", reason.data);
	sg_buf_release(&reason);
	return status;
}

static void print_stats(const struct sg_results *results)
{
	struct sg_buf text;

	sg_buf_init(&text);
	sg_results_stats(&text, &results->stats);
	fputs(text.data, stderr);
	sg_buf_release(&text);
}

static enum sg_exit run(struct link *link)
{
	struct sg_results results = {.arena = link->arena};
	struct sg_buf out;
	bool is_written;

	take_units(link);
	count_orphans(link);
	sg_buf_init(&out);
	sg_results_make(link->session, link->lowered.units.items, link->lowered.units.count,
	                &results, &out);
	if (results.report)
		compare_with_printed(link, results.report);
	is_written = write_report(link, &results, &out);
	sg_buf_release(&out);
	if (link->session->options.stats)
		print_stats(&results);
	return is_written ? end(link, &results) : SG_EXIT_USAGE;
}

enum sg_exit sg_cmd_link(struct sg_session *session)
{
	struct link link = {.session = session, .arena = session->arena};
	struct sg_error error;
	enum sg_exit status;

	sg_lowered_init(&link.lowered, session->arena, session->intern);
	if (!sg_results_check_options(session) || !plan_all(&link))
		return SG_EXIT_USAGE;
	if (!sg_session_load_rules(session))
		return SG_EXIT_USAGE;
	if (!sg_key_maker_init(&link.keys, session->arena, &session->options, &error))
		return sg_session_end(session, SG_EXIT_USAGE, "%s", error.text);
	sg_map_init(&link.images, session->arena);
	sg_map_init(&link.printed, session->arena);
	link.scratch = sg_arena_new("unit file");
	status = run(&link);
	sg_arena_free(link.scratch);
	return status;
}
