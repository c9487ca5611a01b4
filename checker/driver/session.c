// SPDX-License-Identifier: GPL-2.0-or-later
/* From options to rules, filters and reports; the same for every command. */
#include "driver/session.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "driver/rules_source.h"

enum sg_exit sg_session_end(struct sg_session *session, enum sg_exit status, const char *format,
                            ...)
{
	char *text;
	va_list args;

	va_start(args, format);
	if (vasprintf(&text, format, args) < 0)
		sg_bug("out of memory for the reason to end");
	va_end(args);
	sg_buf_reset(&session->reason);
	sg_buf_adds(&session->reason, text);
	free(text);
	return status;
}

struct sg_report_filter sg_session_filter(const struct sg_session *session)
{
	const struct sg_options *options = &session->options;

	return (struct sg_report_filter){
		.level = (enum sg_level)options->level,
		.rules = options->rule.items,
		.rule_count = options->rule.count,
		.no_rules = options->no_rule.items,
		.no_rule_count = options->no_rule.count,
	};
}

bool sg_session_load_rules(struct sg_session *session)
{
	struct sg_report_filter filter = sg_session_filter(session);
	struct sg_error error;
	struct sg_buf errors;

	sg_buf_init(&errors);
	session->rules = sg_rules_source(session->arena, &session->options, &errors);
	fputs(errors.data, stderr);
	sg_buf_release(&errors);
	if (!session->rules) {
		sg_session_end(session, SG_EXIT_USAGE, "the rules cannot be used");
		return false;
	}
	if (!sg_report_filter_check(&filter, session->rules, &error)) {
		sg_session_end(session, SG_EXIT_USAGE, "%s", error.text);
		return false;
	}
	return true;
}

static bool wants_color(int32_t color, int fd)
{
	const char *no_color = getenv("NO_COLOR");
	const char *terminal = getenv("TERM");

	if (color != SG_COLOR_AUTO)
		return color == SG_COLOR_ALWAYS;
	return isatty(fd) && !(no_color && no_color[0]) &&
	       !(terminal && strcmp(terminal, "dumb") == 0);
}

struct sg_report_options sg_session_report_options(const struct sg_session *session, int fd)
{
	const struct sg_options *options = &session->options;

	return (struct sg_report_options){
		.is_colored = wants_color(options->color, fd),
		.has_all_notes = options->trace == SG_TRACE_FULL,
		.all_notes_option =
			session->command == SG_COMMAND_KBUILD ? "--sg-trace=full" : "--trace=full",
		.has_fingerprints = options->fingerprints,
	};
}
