// SPDX-License-Identifier: GPL-2.0-or-later
/* Options to the engine's terms and its answers to text. */
#include "driver/results.h"

#include <stdlib.h>
#include <string.h>

#include "core/ir_text.h"
#include "driver/outputs.h"
#include "report/plain.h"

/* "FILE:LINE" of --why; false when it is none. */
static bool parse_why(struct sg_session *session, const char **file, uint32_t *line)
{
	const char *text = session->options.why;
	const char *colon = strrchr(text, ':');
	unsigned long number;
	char *end;

	if (!colon || colon == text || colon[1] < '0' || colon[1] > '9')
		return false;
	number = strtoul(colon + 1, &end, 10);
	if (*end || number == 0 || number > UINT32_MAX)
		return false;
	*file = sg_arena_strndup(session->arena, text, (size_t)(colon - text));
	*line = (uint32_t)number;
	return true;
}

enum dump { DUMP_NONE, DUMP_CFG, DUMP_FACTS, DUMP_SUMMARY };

/* '*function' becomes NULL for all functions. */
static enum dump parse_dump(const char *text, const char **function)
{
	static const char *const words[] = {
		[DUMP_CFG] = "cfg", [DUMP_FACTS] = "facts", [DUMP_SUMMARY] = "summary"};
	size_t length = strcspn(text, ":");

	*function = text[length] ? text + length + 1 : NULL;
	for (int i = DUMP_CFG; i <= DUMP_SUMMARY; i++) {
		if (strlen(words[i]) == length && strncmp(text, words[i], length) == 0)
			return (enum dump)i;
	}
	return DUMP_NONE;
}

bool sg_results_check_options(struct sg_session *session)
{
	const struct sg_options *options = &session->options;
	const char *text;
	uint32_t line;

	if (!!options->why + !!options->dump + !!options->emit_ir > 1) {
		sg_session_end(session, SG_EXIT_USAGE,
		               "one of the options '--why', '--dump' and '--emit-ir' at a time");
		return false;
	}
	if (session->command != SG_COMMAND_KBUILD && !sg_outputs_check(session))
		return false;
	if (options->why && !parse_why(session, &text, &line)) {
		sg_session_end(session, SG_EXIT_USAGE, "option '--why' needs FILE:LINE, not '%s'",
		               options->why);
		return false;
	}
	if (options->dump && parse_dump(options->dump, &text) == DUMP_NONE) {
		sg_session_end(session, SG_EXIT_USAGE,
		               "option '--dump' needs cfg, facts or summary, not '%s'",
		               options->dump);
		return false;
	}
	return true;
}

static void print_cfg(const struct sg_unit *unit, const char *function, struct sg_buf *out)
{
	for (uint32_t i = 0; i < unit->functions.count; i++) {
		const struct sg_function *f = &unit->functions.items[i];
		const struct sg_symbol *symbol = &unit->symbols.items[f->symbol];

		if (!function || strcmp(sg_text(unit, symbol->name), function) == 0)
			sg_ir_print_function(unit, i, out);
	}
}

/* True when the units themselves were asked for, which are then in 'out'. */
static bool print_units(const struct sg_session *session, struct sg_unit *const *units,
                        uint32_t unit_count, struct sg_buf *out)
{
	const char *function = NULL;
	enum dump dump = DUMP_NONE;

	if (session->options.dump)
		dump = parse_dump(session->options.dump, &function);
	if (!session->options.emit_ir && dump != DUMP_CFG)
		return false;
	for (uint32_t i = 0; i < unit_count; i++) {
		if (session->options.emit_ir)
			sg_ir_print(units[i], out);
		else
			print_cfg(units[i], function, out);
	}
	return true;
}

struct sg_report *sg_results_report(const struct sg_session *session, struct sg_arena *arena,
                                    const struct sg_findings *findings)
{
	struct sg_report_filter filter = sg_session_filter(session);

	return sg_report_new(arena, findings, &filter);
}

/* A mistyped place or name must not look like an answer; in a kernel build most units have none. */
static void add_no_answer(const struct sg_session *session, struct sg_buf *out)
{
	const struct sg_options *options = &session->options;
	const char *missing = options->why;

	if (out->length > 0 || session->command == SG_COMMAND_KBUILD)
		return;
	if (options->dump)
		parse_dump(options->dump, &missing);
	if (!missing)
		return;
	sg_buf_adds(out, options->why ? "no unit has code at " : "no unit has the function ");
	sg_add_plain(out, missing);
	sg_buf_addc(out, '\n');
}

void sg_results_make(struct sg_session *session, struct sg_unit *const *units, uint32_t unit_count,
                     struct sg_results *results, struct sg_buf *out)
{
	const struct sg_options *options = &session->options;
	struct sg_analysis_options analysis = {
		.policy = (enum sg_policy)(1 << options->policy),
		.leads = results->leads,
	};
	struct sg_findings *findings;

	*results = (struct sg_results){.arena = results->arena, .leads = results->leads};
	if (print_units(session, units, unit_count, out)) {
		add_no_answer(session, out);
		return;
	}
	if (options->why) {
		parse_why(session, &analysis.why_file, &analysis.why_line);
		analysis.why = out;
	}
	if (options->dump) {
		enum dump dump = parse_dump(options->dump, &analysis.dump_function);

		analysis.dump = out;
		analysis.dump_facts = dump == DUMP_FACTS;
		analysis.dump_summary = dump == DUMP_SUMMARY;
	}
	findings = sg_analyze(results->arena, session->rules, units, unit_count, &analysis,
	                      &results->stats);
	if (options->why || options->dump) {
		add_no_answer(session, out);
		return;
	}
	results->findings = findings;
	results->report = sg_results_report(session, results->arena, findings);
}

void sg_results_summary(struct sg_buf *out, const struct sg_report *report)
{
	const char *separator = " (";
	uint32_t before = 0;

	sg_buf_addf(out, "%u finding%s", report->items.count, report->items.count == 1 ? "" : "s");
	for (int level = 0; level < SG_LEVEL_COUNT; level++) {
		uint32_t count = sg_report_count(report, (enum sg_level)level);

		if (count > before) {
			sg_buf_addf(out, "%s%u %s", separator, count - before,
			            sg_level_name((enum sg_level)level));
			separator = ", ";
		}
		before = count;
	}
	if (before > 0)
		sg_buf_addc(out, ')');
}

void sg_results_stats(struct sg_buf *out, const struct sg_stats *stats)
{
	const struct {
		const char *name;
		uint64_t value;
	} figures[] = {
		{"functions", stats->functions},
		{"functions skipped", stats->functions_skipped},
		{"instructions", stats->instructions},
		{"unknown instructions", stats->unknown_instructions},
		{"calls without body or fact", stats->calls_without_body},
		{"indirect calls unresolved", stats->indirect_unresolved},
		{"accesses through unknown pointers", stats->accesses_unknown},
		{"fixpoints cut", stats->fixpoint_cuts},
		{"values cut", stats->value_cuts},
		{"access paths cut", stats->path_cuts},
		{"summaries cut", stats->summary_cuts},
		{"branch literals cut", stats->literal_cuts},
		{"recursions cut", stats->recursion_cuts},
	};

	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++)
		sg_buf_addf(out, "sglint: stats: %s: %llu\n", figures[i].name,
		            (unsigned long long)figures[i].value);
}
