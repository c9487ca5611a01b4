// SPDX-License-Identifier: GPL-2.0-or-later
/* Splits --output, reads the source for the formats that show it, and writes them all. */
#include "driver/outputs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/near_miss.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/path.h"
#include "driver/read_file.h"
#include "report/formats.h"

/* One place a report goes to. */
struct output {
	enum sg_format format;
	const char *path; /* NULL: stdout */
};

struct outputs {
	SG_VEC(struct output) items; /* the one without a format of its own is first */
};

static bool refuse_format(struct sg_session *session, const char *word, const char *value)
{
	const char *names[SG_FORMAT_COUNT];
	const char *near;

	for (int i = 0; i < SG_FORMAT_COUNT; i++)
		names[i] = sg_format_name((enum sg_format)i);
	near = sg_near_miss(word, names, SG_FORMAT_COUNT);
	sg_session_end(session, SG_EXIT_USAGE,
	               "unknown format '%s'%s%s%s; './%s' is a file of that name", word,
	               near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "", value);
	return false;
}

/* "sarif=FILE"; '*is_formatted' stays false for a file without a format. */
static bool split(struct sg_session *session, const char *value, struct output *output,
                  bool *is_formatted)
{
	size_t length = strspn(value, "abcdefghijklmnopqrstuvwxyz");
	const char *word;

	*output = (struct output){.path = value};
	*is_formatted = false;
	if (length == 0 || value[length] != '=')
		return true;
	word = sg_arena_strndup(session->arena, value, length);
	for (int i = 0; i < SG_FORMAT_COUNT; i++) {
		if (strcmp(word, sg_format_name((enum sg_format)i)) == 0) {
			*output = (struct output){(enum sg_format)i, value + length + 1};
			*is_formatted = true;
			return true;
		}
	}
	return refuse_format(session, word, value);
}

/* A later file without a format takes the place of an earlier one, as any option does. */
static bool parse(struct sg_session *session, struct outputs *outputs)
{
	const struct sg_options *options = &session->options;
	struct output main = {.format = SG_FORMAT_TEXT};
	bool has_main = options->format != SG_WORD_UNSET;
	struct outputs others = {0};

	for (uint32_t i = 0; i < options->output.count; i++) {
		struct output output;
		bool is_formatted;

		if (!split(session, options->output.items[i], &output, &is_formatted))
			return false;
		if (is_formatted)
			sg_vec_push(&others.items, session->arena, output);
		else
			main.path = output.path;
		has_main |= !is_formatted;
	}
	if (options->format != SG_WORD_UNSET)
		main.format = (enum sg_format)options->format;
	*outputs = (struct outputs){0};
	if (has_main || others.items.count == 0)
		sg_vec_push(&outputs->items, session->arena, main);
	for (uint32_t i = 0; i < others.items.count; i++)
		sg_vec_push(&outputs->items, session->arena, others.items.items[i]);
	return true;
}

static bool is_same_place(const struct output *a, const struct output *b)
{
	return strcmp(a->path ? a->path : "-", b->path ? b->path : "-") == 0;
}

bool sg_outputs_check(struct sg_session *session)
{
	const struct sg_options *options = &session->options;
	bool has_findings = !options->why && !options->dump && !options->emit_ir;
	struct outputs outputs;

	if (!parse(session, &outputs))
		return false;
	if (!has_findings && (options->format != SG_WORD_UNSET || outputs.items.count > 1 ||
	                      outputs.items.items[0].format != SG_FORMAT_TEXT)) {
		sg_session_end(session, SG_EXIT_USAGE,
		               "findings have a format; what '--why', "
		               "'--dump' and '--emit-ir' say has none");
		return false;
	}
	for (uint32_t i = 0; i < outputs.items.count; i++) {
		for (uint32_t k = 0; k < i; k++) {
			const struct output *output = &outputs.items.items[i];

			if (!is_same_place(&outputs.items.items[k], output))
				continue;
			sg_session_end(session, SG_EXIT_USAGE, "two reports for '%s'",
			               output->path ? output->path : "-");
			return false;
		}
	}
	return true;
}

/* By #line or a link a tree can name any file of the machine; reports show C only. */
static bool is_source_name(const char *path)
{
	static const char *const endings[] = {".c", ".h", ".S", ".inc"};
	const char *dot = strrchr(path, '.');

	for (size_t i = 0; dot && i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (strcmp(dot, endings[i]) == 0)
			return true;
	}
	return false;
}

static bool read_source(void *context, struct sg_arena *arena, const char *file, const char **text,
                        size_t *length)
{
	const char *root = context;
	char *real = realpath(sg_path_join(arena, root, file), NULL);
	bool is_ok = real && is_source_name(real) && sg_read_file(arena, real, text, length, NULL);

	free(real);
	return is_ok;
}

static const char *command_name(enum sg_command command)
{
	const struct sg_command_info *info = sg_commands;

	while (info->command != command)
		info++;
	return info->name;
}

static struct sg_run make_run(const struct sg_session *session, char *root,
                              const struct sg_lowered *lowered)
{
	static const char *const policies[] = {"mainline", "rfc"};
	const struct sg_options *options = &session->options;

	return (struct sg_run){
		.version = SGLINT_VERSION,
		.command = command_name(session->command),
		.policy = policies[options->policy],
		.kernel_version = options->kernel_version,
		.root = options->abs_paths ? root : NULL,
		.unit_count = lowered->units.count,
		.troubles = &lowered->troubles,
		.rules = session->rules,
		.sources = sg_sources_new(session->arena, read_source, root),
	};
}

static bool write_one(struct sg_session *session, const struct output *output,
                      const struct sg_buf *text)
{
	struct sg_error error;

	if (sg_output_write(output->path, text, &error))
		return true;
	sg_session_end(session, SG_EXIT_USAGE, "%s", error.text);
	return false;
}

bool sg_outputs_write(struct sg_session *session, const struct sg_report *report,
                      const sg_plan_list *plans, const struct sg_lowered *lowered)
{
	const char *root = plans->count > 0 ? plans->items[0].root : "/";
	struct sg_run run = make_run(session, sg_arena_strdup(session->arena, root), lowered);
	struct outputs outputs;
	bool is_ok = parse(session, &outputs);

	for (uint32_t i = 0; is_ok && i < outputs.items.count; i++) {
		const struct output *output = &outputs.items.items[i];
		struct sg_buf text;

		run.text = sg_session_report_options(session, output->path ? -1 : STDOUT_FILENO);
		run.text.path_prefix = run.root;
		sg_buf_init(&text);
		sg_report_write(&text, output->format, report, &run);
		is_ok = write_one(session, output, &text);
		sg_buf_release(&text);
	}
	return is_ok;
}

bool sg_outputs_write_plain(struct sg_session *session, const struct sg_buf *text)
{
	struct outputs outputs;

	if (!parse(session, &outputs))
		return false;
	if (outputs.items.count > 1 || outputs.items.items[0].format != SG_FORMAT_TEXT) {
		sg_session_end(session, SG_EXIT_USAGE, "only findings have a format");
		return false;
	}
	return write_one(session, &outputs.items.items[0], text);
}
