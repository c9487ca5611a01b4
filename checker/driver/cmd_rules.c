// SPDX-License-Identifier: GPL-2.0-or-later
/* sglint rules [--json]: what there is to find, in the order of ids. */
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "driver/commands.h"
#include "driver/outputs.h"

static void add_text(struct sg_buf *out, const struct sg_rules *rules)
{
	size_t widest = 0;

	for (uint32_t i = 0; i < sg_rules_count(rules); i++) {
		size_t length = strlen(sg_rules_at(rules, i)->id);

		if (length > widest)
			widest = length;
	}
	for (uint32_t i = 0; i < sg_rules_count(rules); i++) {
		const struct sg_rule *rule = sg_rules_at(rules, i);

		sg_buf_addf(out, "%-*s  %-7s  %s\n", (int)widest, rule->id,
		            sg_severity_name(rule->severity), rule->title);
	}
}

static json_t *rule_to_json(const struct sg_rule *rule)
{
	const struct {
		const char *key;
		const char *value;
	} texts[] = {
		{"id", rule->id},
		{"title", rule->title},
		{"severity", sg_severity_name(rule->severity)},
		{"kind", rule->is_conversion ? "conversion" : "access"},
		{"message", rule->message},
		{"why", rule->why},
		{"bad", rule->bad},
		{"good", rule->good},
		{"fix", rule->fix},
	};
	json_t *object = json_object();
	json_t *references = json_array();

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		json_object_set_new(object, texts[i].key, json_string(texts[i].value));
	for (uint32_t i = 0; i < rule->reference_count; i++)
		json_array_append_new(references, json_string(rule->references[i]));
	json_object_set_new(object, "references", references);
	return object;
}

static json_t *counts_to_json(const struct sg_rules *rules)
{
	json_t *object = json_object();

	json_object_set_new(object, "functions", json_integer(sg_rules_function_count(rules)));
	json_object_set_new(object, "records", json_integer(sg_rules_record_count(rules)));
	return object;
}

static void add_json(struct sg_buf *out, const struct sg_rules *rules)
{
	json_t *list = json_array();
	json_t *root = json_object();
	char *text;

	for (uint32_t i = 0; i < sg_rules_count(rules); i++)
		json_array_append_new(list, rule_to_json(sg_rules_at(rules, i)));
	json_object_set_new(root, "rules", list);
	json_object_set_new(root, "facts", counts_to_json(rules));
	text = json_dumps(root, JSON_INDENT(2));
	if (!text)
		sg_bug("the rules have no JSON form");
	sg_buf_adds(out, text);
	sg_buf_addc(out, '\n');
	free(text);
	json_decref(root);
}

enum sg_exit sg_cmd_rules(struct sg_session *session)
{
	struct sg_buf text;
	bool is_written;

	if (session->options.operands.count)
		return sg_session_end(session, SG_EXIT_USAGE, "unexpected argument '%s'",
		                      session->options.operands.items[0]);
	if (!sg_session_load_rules(session))
		return SG_EXIT_USAGE;
	sg_buf_init(&text);
	if (session->options.json)
		add_json(&text, session->rules);
	else
		add_text(&text, session->rules);
	is_written = sg_outputs_write_plain(session, &text);
	sg_buf_release(&text);
	if (!is_written)
		return SG_EXIT_USAGE;
	return sg_session_end(
		session, SG_EXIT_DONE, "%u rules over %u functions and macros and %u records",
		sg_rules_count(session->rules), sg_rules_function_count(session->rules),
		sg_rules_record_count(session->rules));
}
