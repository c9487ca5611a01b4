// SPDX-License-Identifier: GPL-2.0-or-later
/* sglint explain RULE: the rule's documentation. */
#include <string.h>
#include <unistd.h>

#include "driver/commands.h"
#include "driver/outputs.h"
#include "driver/wrap.h"
#include "report/filter.h"

enum { CODE_INDENT = 8 };

static void add_code(struct sg_buf *out, const char *title, const char *code)
{
	sg_buf_addf(out, "\n%s:\n\n", title);
	sg_wrap_code(out, code, CODE_INDENT);
}

/* "  - text", with what follows below the text. */
static void add_reference(struct sg_buf *out, const char *text, uint32_t width)
{
	size_t start = out->length;

	sg_wrap(out, text, 4, width);
	out->data[start + 2] = '-';
}

static void add_rule(struct sg_buf *out, const struct sg_rule *rule, uint32_t width)
{
	struct sg_buf line;

	sg_buf_init(&line);
	sg_buf_addf(&line, "%s: %s", rule->id, rule->title);
	sg_wrap(out, line.data, 0, width);
	sg_buf_reset(&line);
	sg_buf_addf(&line, "Severity %s; reported where %s.", sg_severity_name(rule->severity),
	            rule->is_conversion ? "the conversion is made" : "the CPU touches the memory");
	sg_wrap(out, line.data, 0, width);
	sg_buf_addc(out, '\n');
	sg_wrap(out, rule->why, 0, width);
	add_code(out, "Wrong", rule->bad);
	add_code(out, "Right", rule->good);
	sg_buf_reset(&line);
	sg_buf_addf(&line, "Fix: %s.", rule->fix);
	sg_buf_addc(out, '\n');
	sg_wrap(out, line.data, 0, width);
	sg_buf_release(&line);
	sg_buf_adds(out, "\nReferences:\n");
	for (uint32_t i = 0; i < rule->reference_count; i++)
		add_reference(out, rule->references[i], width);
}

enum sg_exit sg_cmd_explain(struct sg_session *session)
{
	const sg_text_list *operands = &session->options.operands;
	const struct sg_rule *rule;
	struct sg_error error;
	struct sg_buf text;
	bool is_written;

	if (operands->count != 1)
		return sg_session_end(session, SG_EXIT_USAGE,
		                      "explain takes one rule; 'sglint rules' lists them");
	if (!sg_session_load_rules(session))
		return SG_EXIT_USAGE;
	rule = sg_rules_find(session->rules, operands->items[0]);
	if (!rule) {
		sg_report_unknown_rule(session->rules, operands->items[0], &error);
		return sg_session_end(session, SG_EXIT_USAGE, "%s", error.text);
	}
	sg_buf_init(&text);
	add_rule(&text, rule, sg_wrap_width(STDOUT_FILENO));
	is_written = sg_outputs_write_plain(session, &text);
	sg_buf_release(&text);
	if (!is_written)
		return SG_EXIT_USAGE;
	return sg_session_end(session, SG_EXIT_DONE, "explained '%s'", rule->id);
}
