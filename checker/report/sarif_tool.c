// SPDX-License-Identifier: GPL-2.0-or-later
/* The tool's part of a SARIF log: rules with their documentation, and how the run went. */
#include <string.h>

#include "report/sarif.h"

static const struct {
	const char *id;
	const char *level;
	const char *text;
	const char *help;
} notifications[SG_SARIF_NOTIFICATION_COUNT] = {
	[SG_SARIF_UNIT_LOST] = {"unit-lost", "error", "A unit could not be analysed.",
                                "What is in the unit is not reported; the message says why."},
	[SG_SARIF_UNIT_DEGRADED] = {"unit-degraded", "warning", "A unit has errors.",
                                    "Something in the unit may not be reported."},
	[SG_SARIF_UNIT_STALE] = {"unit-stale", "warning",
                                 "A unit has changed since it was analysed.",
                                 "It is left out; build it again with CHECK=sglint."},
	[SG_SARIF_UNIT_MISSING] = {"unit-missing", "warning", "A unit has not been analysed.",
                                   "It is left out; build it with CHECK=sglint."},
	[SG_SARIF_UNITS_LEFT_OUT] = {"units-left-out", "warning",
                                     "There are more notifications than the log lists.",
                                     "The other formats list all of them."},
	[SG_SARIF_RESULTS_LEFT_OUT] = {"results-left-out", "warning",
                                       "There are more results than the log may hold.",
                                       "The other formats have all of them."},
};

const char *sg_sarif_level(enum sg_severity severity)
{
	static const char *const names[] = {
		[SG_SEVERITY_NOTE] = "note",
		[SG_SEVERITY_WARNING] = "warning",
		[SG_SEVERITY_ERROR] = "error",
	};

	return names[severity];
}

uint32_t sg_sarif_rule_index(const struct sg_rules *rules, const struct sg_rule *rule)
{
	uint32_t index = 0;

	while (strcmp(sg_rules_at(rules, index)->id, rule->id) != 0)
		index++;
	return index;
}

/* A sentence: "A plain load touches I/O memory." */
static json_t *sentence(const char *text)
{
	struct sg_buf buf;
	json_t *string;

	sg_buf_init(&buf);
	sg_buf_adds(&buf, text);
	if (buf.length > 0 && buf.data[0] >= 'a' && buf.data[0] <= 'z')
		buf.data[0] = (char)(buf.data[0] - 'a' + 'A');
	if (buf.length > 0 && buf.data[buf.length - 1] != '.')
		sg_buf_addc(&buf, '.');
	string = json_string(buf.data);
	sg_buf_release(&buf);
	return string;
}

static void add_code(struct sg_buf *out, const char *title, const char *code, bool is_markdown)
{
	sg_buf_addf(out, is_markdown ? "\n**%s**\n\n```c\n" : "\n%s:\n\n", title);
	sg_buf_adds(out, code);
	sg_buf_adds(out, is_markdown ? "```\n" : "");
}

static json_t *rule_help(const struct sg_rule *rule, bool is_markdown)
{
	struct sg_buf text;
	json_t *string;

	sg_buf_init(&text);
	sg_buf_adds(&text, rule->why);
	add_code(&text, "Wrong", rule->bad, is_markdown);
	add_code(&text, "Right", rule->good, is_markdown);
	sg_buf_addf(&text, is_markdown ? "\n**Fix**: %s.\n" : "\nFix: %s.\n", rule->fix);
	if (rule->reference_count > 0)
		sg_buf_adds(&text, is_markdown ? "\n**References**\n\n" : "\nReferences:\n\n");
	for (uint32_t i = 0; i < rule->reference_count; i++)
		sg_buf_addf(&text, is_markdown ? "- `%s`\n" : "- %s\n", rule->references[i]);
	string = json_stringn(text.data, text.length);
	sg_buf_release(&text);
	return string;
}

static json_t *rule_to_json(const struct sg_rule *rule)
{
	static const char *const problem_severities[] = {
		[SG_SEVERITY_NOTE] = "recommendation",
		[SG_SEVERITY_WARNING] = "warning",
		[SG_SEVERITY_ERROR] = "error",
	};

	return json_pack("{s:s, s:{s:o}, s:{s:s}, s:{s:o, s:o}, s:{s:s}, s:{s:[s,s], s:s}}", "id",
	                 rule->id, "shortDescription", "text", sentence(rule->title),
	                 "fullDescription", "text", rule->why, "help", "text",
	                 rule_help(rule, false), "markdown", rule_help(rule, true),
	                 "defaultConfiguration", "level", sg_sarif_level(rule->severity),
	                 "properties", "tags", "linux-kernel", "io-memory", "problem.severity",
	                 problem_severities[rule->severity]);
}

json_t *sg_sarif_tool(const struct sg_run *run)
{
	json_t *rules = json_array();
	json_t *descriptors = json_array();

	for (uint32_t i = 0; i < sg_rules_count(run->rules); i++)
		json_array_append_new(rules, rule_to_json(sg_rules_at(run->rules, i)));
	for (size_t i = 0; i < SG_SARIF_NOTIFICATION_COUNT; i++)
		json_array_append_new(descriptors,
		                      json_pack("{s:s, s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}}", "id",
		                                notifications[i].id, "shortDescription", "text",
		                                notifications[i].text, "fullDescription", "text",
		                                notifications[i].text, "help", "text",
		                                notifications[i].help, "defaultConfiguration",
		                                "level", notifications[i].level));
	return json_pack("{s:{s:s, s:s, s:s, s:s, s:o, s:o}}", "driver", "name", "sglint",
	                 "fullName", "sglint, checker of I/O memory in Linux kernel code",
	                 "version", run->version, "semanticVersion", run->version, "rules", rules,
	                 "notifications", descriptors);
}

static json_t *notification(enum sg_sarif_notification kind, const char *text)
{
	return json_pack("{s:{s:s, s:i}, s:s, s:o}", "descriptor", "id", notifications[kind].id,
	                 "index", (int)kind, "level", notifications[kind].level, "message",
	                 sg_sarif_message(text));
}

static json_t *trouble_to_json(const struct sg_unit_trouble *trouble)
{
	static const enum sg_sarif_notification kinds[SG_UNIT_TROUBLE_COUNT] = {
		[SG_UNIT_LOST] = SG_SARIF_UNIT_LOST,
		[SG_UNIT_DEGRADED] = SG_SARIF_UNIT_DEGRADED,
		[SG_UNIT_STALE] = SG_SARIF_UNIT_STALE,
		[SG_UNIT_MISSING] = SG_SARIF_UNIT_MISSING,
	};
	struct sg_buf text;
	json_t *object;

	sg_buf_init(&text);
	sg_buf_addf(&text, "%s: %s: %s", sg_unit_trouble_name(trouble->kind), trouble->name,
	            trouble->reason);
	object = notification(kinds[trouble->kind], text.data);
	sg_buf_release(&text);
	json_object_set_new(object, "locations",
	                    json_pack("[{s:{s:o}}]", "physicalLocation", "artifactLocation",
	                              sg_sarif_artifact(trouble->name)));
	return object;
}

static json_t *count_to_json(enum sg_sarif_notification kind, uint32_t count, const char *of_what)
{
	struct sg_buf text;
	json_t *object;

	sg_buf_init(&text);
	sg_buf_addf(&text, "%u more %s", count, of_what);
	object = notification(kind, text.data);
	sg_buf_release(&text);
	return object;
}

json_t *sg_sarif_invocation(const struct sg_run *run, uint32_t left_out)
{
	uint32_t count = run->troubles->count;
	uint32_t shown = count < SG_SARIF_TROUBLES ? count : SG_SARIF_TROUBLES;
	bool is_complete = sg_run_count(run, SG_UNIT_LOST) == 0;
	json_t *list = json_array();

	for (uint32_t i = 0; i < shown; i++)
		json_array_append_new(list, trouble_to_json(&run->troubles->items[i]));
	if (shown < count)
		json_array_append_new(list,
		                      count_to_json(SG_SARIF_UNITS_LEFT_OUT, count - shown,
		                                    "units are lost, degraded, stale or missing."));
	if (left_out)
		json_array_append_new(
			list, count_to_json(SG_SARIF_RESULTS_LEFT_OUT, left_out,
		                            "results, of the lowest levels, are left out."));
	return json_pack("{s:b, s:o}", "executionSuccessful", is_complete,
	                 "toolExecutionNotifications", list);
}
