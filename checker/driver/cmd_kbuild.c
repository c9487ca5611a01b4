// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * CHECK mode: make C=1|2 CHECK=sglint.  One unit, whose findings go to stderr
 * in one write; nothing that happens to it may stop the build.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/ir_binary.h"
#include "driver/child.h"
#include "driver/commands.h"
#include "driver/front.h"
#include "driver/lower.h"
#include "driver/output.h"
#include "driver/path.h"
#include "driver/resources.h"
#include "driver/results.h"
#include "driver/unit_file.h"
#include "driver/unit_key.h"

struct kbuild {
	struct sg_session *session;
	struct sg_arena *arena;
	struct sg_unit_plan plan;
	const char *override_header;
	struct sg_report_options report; /* made for the stderr that the child does not have */
};

/* Before the texts in what the child hands back. */
struct header {
	uint32_t error_count;
	struct sg_error first_error;
	bool is_lost;
	uint32_t finding_count; /* that are shown */
	size_t report_size;     /* findings, or what was asked for instead */
	size_t stats_size;
	size_t image_size; /* contents of the .sgo file */
};

/* Findings are the answer, nothing else was asked for. */
static bool wants_findings(const struct sg_options *options)
{
	return !options->emit_ir && !options->why && !options->dump;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The unit, and what the link needs to know of it. */
static void add_image(const struct kbuild *kbuild, const struct sg_frontend_result *lowered,
                      const struct sg_results *results, struct sg_buf *image)
{
	struct sg_unit_note note = {.directory = kbuild->plan.directory};
	struct sg_key_maker maker;

	/* Without a key the link finds the unit stale, which is as good as true. */
	if (!sg_key_maker_init(&maker, kbuild->arena, &kbuild->session->options, NULL))
		return;
	for (uint32_t i = 0; i < lowered->input_count; i++)
		sg_vec_push(&note.inputs, kbuild->arena, lowered->inputs[i]);
	qsort(note.inputs.items, note.inputs.count, sizeof(*note.inputs.items), by_text);
	for (uint32_t i = 0; i < results->report->items.count; i++)
		sg_vec_push(&note.printed, kbuild->arena,
		            results->report->items.items[i].fingerprint.text);
	note.key = sg_unit_key(&maker, &kbuild->plan, &note.inputs);
	sg_ir_write(lowered->unit, note.key, image);
	sg_unit_file_add_note(image, &note);
}

static void analyze(const struct kbuild *kbuild, const struct sg_frontend_result *lowered,
                    struct header *header, struct sg_buf *texts)
{
	struct sg_session *session = kbuild->session;
	struct sg_results results = {.arena = session->arena};

	sg_results_make(session, &lowered->unit, 1, &results, texts);
	if (results.report) {
		sg_report_text(texts, results.report, &kbuild->report);
		header->finding_count = results.report->items.count;
	}
	header->report_size = texts->length;
	if (session->options.stats)
		sg_results_stats(texts, &results.stats);
	header->stats_size = texts->length - header->report_size;
	if (results.report)
		add_image(kbuild, lowered, &results, texts);
	header->image_size = texts->length - header->report_size - header->stats_size;
}

/* Everything that can go wrong happens here, in the child. */
static void work(void *context, uint32_t index, struct sg_buf *out)
{
	const struct kbuild *kbuild = context;
	struct sg_frontend_result lowered;
	struct header header = {0};
	struct sg_buf texts;

	(void)index; /* there is one piece of work */
	sg_front_run(kbuild->arena, sg_intern_new(), &kbuild->plan, kbuild->override_header,
	             kbuild->session->rules, &lowered);
	header.error_count = lowered.error_count;
	header.first_error = lowered.first_error;
	header.is_lost = !lowered.unit;
	sg_buf_init(&texts);
	if (lowered.unit)
		analyze(kbuild, &lowered, &header, &texts);
	sg_buf_add(out, &header, sizeof(header));
	sg_buf_add(out, texts.data, texts.length);
	sg_buf_release(&texts);
}

static void make_directories(struct sg_arena *arena, const char *path)
{
	if (strcmp(path, "/") == 0 || strcmp(path, ".") == 0 || access(path, F_OK) == 0)
		return;
	make_directories(arena, sg_path_directory(arena, path));
	mkdir(path, 0777);
}

/* A tree that cannot be written is no reason to stop: it is said once, here. */
static void write_image(const struct kbuild *kbuild, const struct sg_buf *image,
                        struct sg_buf *messages)
{
	struct sg_error error;

	if (sg_image_directory(kbuild->arena))
		make_directories(kbuild->arena,
		                 sg_path_directory(kbuild->arena, kbuild->plan.image));
	if (!sg_output_write(kbuild->plan.image, image, &error))
		sg_buf_addf(messages, "sglint: warning: %s; 'sglint link' will miss this unit\n",
		            error.text);
}

static void write_stderr(const struct sg_buf *messages)
{
	/* Nobody is left to be told when stderr fails. */
	if (messages->length > 0)
		sg_output_write("/dev/stderr", messages, NULL);
}

static enum sg_exit lose(const struct kbuild *kbuild, const char *reason)
{
	struct sg_buf messages;

	sg_buf_init(&messages);
	sg_lowered_message(&messages, "lost", kbuild->plan.source, reason);
	write_stderr(&messages);
	sg_buf_release(&messages);
	return kbuild->session->options.strict ? SG_EXIT_UNITS_LOST : SG_EXIT_DONE;
}

/* Takes the child's answer apart, in the order in which analyze() put it together. */
static enum sg_exit deliver(const struct kbuild *kbuild, const struct sg_buf *answer)
{
	const struct sg_options *options = &kbuild->session->options;
	const char *at = answer->data + sizeof(struct header);
	struct sg_buf report, messages, image;
	struct header header;
	struct sg_error error;

	memcpy(&header, answer->data, sizeof(header));
	if (header.is_lost) {
		char text[sizeof(struct sg_error)];

		sg_error_format(&header.first_error, text, sizeof(text));
		return lose(kbuild, text);
	}
	sg_buf_init(&report);
	sg_buf_init(&messages);
	sg_buf_init(&image);
	sg_buf_add(wants_findings(options) ? &messages : &report, at, header.report_size);
	at += header.report_size;
	if (header.error_count > 0)
		sg_degraded_message(&messages, kbuild->plan.source, header.error_count,
		                    &header.first_error);
	sg_buf_add(&messages, at, header.stats_size);
	sg_buf_add(&image, at + header.stats_size, header.image_size);
	if (image.length > 0)
		write_image(kbuild, &image, &messages);
	if (!wants_findings(options) &&
	    !sg_output_write(options->emit_ir ? options->emit_ir : NULL, &report, &error))
		sg_buf_addf(&messages, "sglint: warning: %s\n", error.text);
	write_stderr(&messages);
	sg_buf_release(&report);
	sg_buf_release(&messages);
	sg_buf_release(&image);
	return options->error && header.finding_count > 0 ? SG_EXIT_FINDINGS : SG_EXIT_DONE;
}

/* False after noting that this is no call from kbuild: SG_EXIT_USAGE. */
static bool plan(struct kbuild *kbuild, struct sg_error *error)
{
	struct sg_session *session = kbuild->session;
	const char *module_root = getenv("KBUILD_EXTMOD");
	struct sg_compile_command command = {
		.directory = sg_path_current(kbuild->arena),
		.words = session->options.flags,
	};
	struct sg_plan_context context = {
		.is_check_mode = true,
		.arch = getenv("ARCH"),
		.cross_compile = getenv("CROSS_COMPILE"),
		.root = command.directory,
		.image_directory = sg_image_directory(kbuild->arena),
	};

	if (module_root && module_root[0])
		context.module_root = sg_path_join(kbuild->arena, command.directory, module_root);
	return sg_unit_plan(kbuild->arena, &command, &context, &kbuild->plan, error);
}

static void prepare_report(struct kbuild *kbuild)
{
	const struct sg_unit_plan *plan = &kbuild->plan;
	struct sg_report_options *report = &kbuild->report;

	*report = sg_session_report_options(kbuild->session, STDERR_FILENO);
	report->path_prefix = kbuild->session->options.abs_paths ? plan->root : plan->path_prefix;
	report->diagnostic_prefix = plan->diagnostic_prefix;
}

enum sg_exit sg_cmd_kbuild(struct sg_session *session)
{
	struct kbuild kbuild = {.session = session, .arena = session->arena};
	const struct sg_child_limits limits = {session->options.timeout,
	                                       session->options.memory_limit};
	sg_plan_list plans = {&kbuild.plan, 1, 1};
	const char *problem;
	struct sg_error error;
	struct sg_buf answer;
	enum sg_exit status;
	bool is_empty;

	if (!plan(&kbuild, &error))
		return sg_session_end(session, SG_EXIT_USAGE, "%s", error.text);
	if (!session->options.kernel_version)
		session->options.kernel_version =
			sg_unit_plans_kernel_version(session->arena, &plans);
	kbuild.override_header = sg_resources_override_header(session->arena, &error);
	if (!kbuild.override_header)
		return sg_session_end(session, SG_EXIT_USAGE, "%s", error.text);
	if (!sg_results_check_options(session) || !sg_session_load_rules(session))
		return SG_EXIT_USAGE;
	if (!sg_front_check_source(session->arena, &kbuild.plan, &is_empty, &problem))
		return lose(&kbuild, problem);
	prepare_report(&kbuild);
	problem = sg_child_run(session->arena, work, &kbuild, &limits, &answer);
	status = problem ? lose(&kbuild, problem) : deliver(&kbuild, &answer);
	sg_buf_release(&answer);
	return status;
}
