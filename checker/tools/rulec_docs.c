// SPDX-License-Identifier: GPL-2.0-or-later
/* Tables to text for people: Markdown pages of rules, and the list of names. */
#include <ctype.h>
#include <string.h>

#include "tools/sg_rulec.h"

/* A line of Markdown text in which '<', '_' and '*' stand for themselves. */
static void add_plain(struct sg_buf *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("<_*", *text))
			sg_buf_addc(out, '\\');
		sg_buf_addc(out, *text);
	}
}

/* The same as a sentence: rules write their texts in lower case, without a full stop. */
static void add_sentence(struct sg_buf *out, const char *text)
{
	sg_buf_addc(out, (char)toupper((unsigned char)text[0]));
	add_plain(out, text + 1);
	sg_buf_adds(out, ".\n\n");
}

static void add_code(struct sg_buf *out, const char *title, const char *code)
{
	sg_buf_addf(out, "## %s\n\n```c\n%s", title, code);
	if (code[strlen(code) - 1] != '\n')
		sg_buf_addc(out, '\n');
	sg_buf_adds(out, "```\n\n");
}

void sg_rulec_page(const struct sg_rule *rule, struct sg_buf *out)
{
	sg_buf_addf(out,
	            "<!-- SPDX-License-Identifier: GPL-2.0-or-later -->\n"
	            "<!-- Made by sg_rulec from rules/%s.yaml; do not edit. -->\n"
	            "# %s\n\n",
	            rule->id, rule->id);
	add_sentence(out, rule->title);
	sg_buf_addf(out, "Severity: %s. Reported where %s.\n\n", sg_severity_name(rule->severity),
	            rule->is_conversion ? "the conversion is made" : "the CPU touches the memory");
	sg_buf_addf(out, "Message: `%s`\n\n## Why\n\n", rule->message);
	sg_buf_addf(out, "%s\n", rule->why);
	add_code(out, "Wrong", rule->bad);
	add_code(out, "Right", rule->good);
	sg_buf_adds(out, "## Fix\n\n");
	add_sentence(out, rule->fix);
	sg_buf_adds(out, "## References\n\n");
	for (uint32_t i = 0; i < rule->reference_count; i++)
		sg_buf_addf(out, "- %s\n", rule->references[i]);
}

void sg_rulec_page_index(const struct sg_rules_tables *tables, struct sg_buf *out)
{
	sg_buf_adds(out, "<!-- SPDX-License-Identifier: GPL-2.0-or-later -->\n"
	                 "<!-- Made by sg_rulec from rules/; do not edit. -->\n"
	                 "# Rules\n\n"
	                 "| rule | severity | what it finds |\n|---|---|---|\n");
	for (uint32_t i = 0; i < tables->rule_count; i++) {
		const struct sg_rule *rule = &tables->rules[i];

		sg_buf_addf(out, "| [%s](%s.md) | %s | ", rule->id, rule->id,
		            sg_severity_name(rule->severity));
		add_plain(out, rule->title);
		sg_buf_adds(out, " |\n");
	}
}

static void add_version(struct sg_buf *out, uint32_t version)
{
	if (version)
		sg_buf_addf(out, "\t%u.%u", version >> 8, version & 0xff);
	else
		sg_buf_adds(out, "\t-");
}

/* How many arguments a call must have for the effects to make sense. */
static int arguments_needed(const struct sg_function_fact *fact)
{
	int needed = 0;

	for (uint32_t i = 0; i < fact->effect_count; i++) {
		const struct sg_effect *e = &fact->effects[i];
		bool has_from = e->kind != SG_EFFECT_SOURCE && e->kind != SG_EFFECT_CLEAR;
		const int used[] = {e->at.argument, has_from ? e->from.argument : SG_PLACE_RESULT,
		                    e->when ? e->when_place.argument : SG_PLACE_RESULT};

		for (uint32_t u = 0; u < sizeof(used) / sizeof(used[0]); u++)
			if (used[u] + 1 > needed)
				needed = used[u] + 1;
	}
	return needed;
}

/* A row of the list; add_end() ends it. */
static void add_row(struct sg_buf *out, const char *kind, const char *name, const char *header,
                    struct sg_version_range versions)
{
	sg_buf_addf(out, "%s\t%s\t%s", kind, name, header);
	add_version(out, versions.since);
	add_version(out, versions.until);
}

static void add_end(struct sg_buf *out, int arguments, const char *file, uint32_t line)
{
	sg_buf_addf(out, "\t%d\t%s:%u\n", arguments, file, line);
}

void sg_rulec_names(const struct sg_rules_tables *tables, struct sg_buf *out)
{
	for (uint32_t i = 0; i < tables->function_count; i++) {
		const struct sg_function_fact *f = &tables->functions[i];
		bool is_alias = strcmp(f->name, f->canonical) != 0;

		add_row(out, is_alias ? "alias" : "function", f->name, f->header, f->versions);
		add_end(out, arguments_needed(f), f->file, f->line);
	}
	for (uint32_t i = 0; i < tables->record_count; i++) {
		const struct sg_record_fact *r = &tables->records[i];

		add_row(out, "record", r->tag, r->header, r->versions);
		add_end(out, 0, r->file, r->line);
		for (uint32_t j = 0; j < r->field_count; j++) {
			struct sg_buf name;

			sg_buf_init(&name);
			sg_buf_addf(&name, "%s.%s", r->tag, r->fields[j].name);
			add_row(out, "field", name.data, r->header, r->versions);
			add_end(out, 0, r->file, r->line);
			sg_buf_release(&name);
		}
	}
}
