// SPDX-License-Identifier: GPL-2.0-or-later
/* Tables to C source: static const data, nothing to do at start-up but the index. */
#include <inttypes.h>
#include <string.h>

#include "tools/sg_rulec.h"

static void add_string(struct sg_buf *out, const char *text)
{
	if (!text) {
		sg_buf_adds(out, "NULL");
		return;
	}
	sg_buf_addc(out, '"');
	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		if (*c == '\n')
			sg_buf_adds(out, c[1] ? "\\n\"\n\t\t\"" : "\\n");
		else if (*c == '"' || *c == '\\')
			sg_buf_addf(out, "\\%c", *c);
		else if (*c < ' ' || *c >= 127 || *c == '?')
			sg_buf_addf(out, "\\%03o", *c);
		else
			sg_buf_addc(out, (char)*c);
	}
	sg_buf_addc(out, '"');
}

static void add_field(struct sg_buf *out, const char *name, const char *text)
{
	sg_buf_addf(out, "\n\t .%s = ", name);
	add_string(out, text);
	sg_buf_addc(out, ',');
}

static void add_place(struct sg_buf *out, const char *name, const struct sg_place *place)
{
	sg_buf_addf(out, " .%s = {.argument = %d", name, place->argument);
	if (place->is_payload)
		sg_buf_adds(out, ", .is_payload = true");
	if (place->is_pointee)
		sg_buf_adds(out, ", .is_pointee = true");
	if (place->is_element)
		sg_buf_adds(out, ", .is_element = true");
	if (place->field_count) {
		sg_buf_addf(out, ", .field_count = %d, .fields = {", place->field_count);
		for (uint32_t i = 0; i < place->field_count; i++) {
			add_string(out, place->fields[i]);
			sg_buf_addc(out, ',');
		}
		sg_buf_addc(out, '}');
	}
	sg_buf_adds(out, "},");
}

static void add_bool(struct sg_buf *out, const char *name, bool value)
{
	if (value)
		sg_buf_addf(out, " .%s = true,", name);
}

static void add_effect(struct sg_buf *out, const struct sg_effect *e)
{
	sg_buf_addf(out, "\t{.kind = %d,", (int)e->kind);
	add_place(out, "at", &e->at);
	add_place(out, "from", &e->from);
	sg_buf_addf(out, " .tag = %d, .strength = %d, .view = %d, .policies = %d,", (int)e->tag,
	            (int)e->strength, (int)e->view, (int)e->policies);
	add_bool(out, "polarity", e->polarity);
	sg_buf_addf(out, " .value = %d,", e->value);
	add_bool(out, "has_fails", e->has_fails);
	if (e->has_fails)
		sg_buf_addf(out, " .fails = %d,", (int)e->fails);
	add_bool(out, "is_write", e->is_write);
	add_bool(out, "is_homogeneous", e->is_homogeneous);
	if (e->sink)
		add_field(out, "sink", e->sink);
	if (e->carrier)
		add_field(out, "carrier", e->carrier);
	if (e->when != SG_WHEN_ALWAYS) {
		sg_buf_addf(out, " .when = %d, .when_value = INT64_C(%" PRId64 "),", (int)e->when,
		            e->when_value);
		add_place(out, "when_place", &e->when_place);
		if (e->when_record)
			add_field(out, "when_record", e->when_record);
	}
	sg_buf_adds(out, "},\n");
}

/* The entry whose first name comes first in the table writes the effects of all its names. */
static bool shares_effects(const struct sg_rules_tables *t, uint32_t index, uint32_t *first)
{
	for (*first = 0; *first < index; (*first)++)
		if (t->functions[*first].effects == t->functions[index].effects)
			return true;
	return false;
}

static void emit_functions(const struct sg_rules_tables *t, struct sg_buf *out)
{
	uint32_t first;

	for (uint32_t i = 0; i < t->function_count; i++) {
		const struct sg_function_fact *f = &t->functions[i];

		if (!f->effect_count || shares_effects(t, i, &first))
			continue;
		sg_buf_addf(out, "static const struct sg_effect effects_%u[] = {\n", i);
		for (uint32_t e = 0; e < f->effect_count; e++)
			add_effect(out, &f->effects[e]);
		sg_buf_adds(out, "};\n");
	}
	sg_buf_addf(out, "\nstatic const struct sg_function_fact functions[%u] = {\n",
	            t->function_count + 1);
	for (uint32_t i = 0; i < t->function_count; i++) {
		const struct sg_function_fact *f = &t->functions[i];

		sg_buf_adds(out, "\t{");
		add_field(out, "name", f->name);
		add_field(out, "canonical", f->canonical);
		add_field(out, "header", f->header);
		add_field(out, "file", f->file);
		sg_buf_addf(out, " .line = %u, .versions = {%u, %u},", f->line, f->versions.since,
		            f->versions.until);
		if (f->effect_count) {
			shares_effects(t, i, &first);
			sg_buf_addf(out, " .effects = effects_%u, .effect_count = %u,", first,
			            f->effect_count);
		}
		add_bool(out, "is_opaque", f->is_opaque);
		add_bool(out, "is_noreturn", f->is_noreturn);
		add_bool(out, "is_unknown", f->is_unknown);
		sg_buf_adds(out, "},\n");
	}
	sg_buf_adds(out, "};\n\n");
}

static void emit_callback(const struct sg_function_fact *f, uint32_t record, uint32_t field,
                          struct sg_buf *out)
{
	sg_buf_addf(out, "static const struct sg_effect callback_effects_%u_%u[] = {\n", record,
	            field);
	for (uint32_t e = 0; e < f->effect_count; e++)
		add_effect(out, &f->effects[e]);
	sg_buf_addf(out, "};\nstatic const struct sg_function_fact callback_%u_%u = {", record,
	            field);
	add_field(out, "name", f->name);
	add_field(out, "canonical", f->canonical);
	add_field(out, "header", f->header);
	add_field(out, "file", f->file);
	sg_buf_addf(out, " .line = %u, .effects = callback_effects_%u_%u, .effect_count = %u,};\n",
	            f->line, record, field, f->effect_count);
}

static void emit_fields(const struct sg_record_fact *fact, uint32_t index, struct sg_buf *out)
{
	for (uint32_t i = 0; i < fact->field_count; i++)
		if (fact->fields[i].callback)
			emit_callback(fact->fields[i].callback, index, i, out);
	sg_buf_addf(out, "static const struct sg_field_fact fields_%u[] = {\n", index);
	for (uint32_t i = 0; i < fact->field_count; i++) {
		const struct sg_field_fact *f = &fact->fields[i];

		sg_buf_adds(out, "\t{");
		add_field(out, "name", f->name);
		sg_buf_addf(out, " .role = %d, .view = %d, .tag = %d, .strength = %d,",
		            (int)f->role, (int)f->view, (int)f->tag, (int)f->strength);
		add_bool(out, "polarity", f->polarity);
		if (f->of)
			add_field(out, "of", f->of);
		add_bool(out, "has_fails", f->has_fails);
		if (f->has_fails)
			sg_buf_addf(out, " .fails = %d,", (int)f->fails);
		if (f->carrier)
			add_field(out, "carrier", f->carrier);
		if (f->callback)
			sg_buf_addf(out, " .callback = &callback_%u_%u,", index, i);
		sg_buf_adds(out, "},\n");
	}
	sg_buf_adds(out, "};\n");
}

static void emit_records(const struct sg_rules_tables *t, struct sg_buf *out)
{
	for (uint32_t i = 0; i < t->record_count; i++)
		if (t->records[i].field_count)
			emit_fields(&t->records[i], i, out);
	sg_buf_addf(out, "\nstatic const struct sg_record_fact records[%u] = {\n",
	            t->record_count + 1);
	for (uint32_t i = 0; i < t->record_count; i++) {
		const struct sg_record_fact *f = &t->records[i];

		sg_buf_adds(out, "\t{");
		add_field(out, "tag", f->tag);
		add_field(out, "header", f->header);
		add_field(out, "file", f->file);
		sg_buf_addf(out, " .line = %u, .versions = {%u, %u},", f->line, f->versions.since,
		            f->versions.until);
		add_bool(out, "is_descriptor", f->is_descriptor);
		add_bool(out, "is_unknown", f->is_unknown);
		sg_buf_addf(out, " .view = %d,", (int)f->view);
		if (f->field_count)
			sg_buf_addf(out, " .fields = fields_%u, .field_count = %u,", i,
			            f->field_count);
		sg_buf_adds(out, "},\n");
	}
	sg_buf_adds(out, "};\n\n");
}

static void emit_strings(struct sg_buf *out, const char *name, uint32_t rule, uint32_t match,
                         const char *const *strings, uint32_t count)
{
	if (!count)
		return;
	sg_buf_addf(out, "static const char *const %s_%u_%u[] = {", name, rule, match);
	for (uint32_t i = 0; i < count; i++) {
		sg_buf_adds(out, "\n\t");
		add_string(out, strings[i]);
		sg_buf_addc(out, ',');
	}
	sg_buf_adds(out, "\n};\n");
}

static void emit_matches(const struct sg_rule *rule, uint32_t index, struct sg_buf *out)
{
	for (uint32_t m = 0; m < rule->match_count; m++) {
		const struct sg_rule_match *match = &rule->matches[m];

		emit_strings(out, "sinks", index, m, match->sinks, match->sink_count);
		emit_strings(out, "carriers", index, m, match->carriers, match->carrier_count);
	}
	sg_buf_addf(out, "static const struct sg_rule_match matches_%u[%u] = {\n", index,
	            rule->match_count + 1);
	for (uint32_t m = 0; m < rule->match_count; m++) {
		const struct sg_rule_match *match = &rule->matches[m];

		sg_buf_addf(out, "\t{.tags = %u, .strengths = %u, .views = %u, .policies = %d,",
		            match->tags, match->strengths, match->views, (int)match->policies);
		if (match->sink_count)
			sg_buf_addf(out, " .sinks = sinks_%u_%u, .sink_count = %u,", index, m,
			            match->sink_count);
		if (match->carrier_count)
			sg_buf_addf(out, " .carriers = carriers_%u_%u, .carrier_count = %u,", index,
			            m, match->carrier_count);
		sg_buf_adds(out, "},\n");
	}
	sg_buf_adds(out, "};\n");
}

static void emit_rules(const struct sg_rules_tables *t, struct sg_buf *out)
{
	for (uint32_t i = 0; i < t->rule_count; i++) {
		emit_strings(out, "references", i, 0, t->rules[i].references,
		             t->rules[i].reference_count);
		emit_matches(&t->rules[i], i, out);
	}
	sg_buf_addf(out, "\nstatic const struct sg_rule rules[%u] = {\n", t->rule_count + 1);
	for (uint32_t i = 0; i < t->rule_count; i++) {
		const struct sg_rule *rule = &t->rules[i];

		sg_buf_adds(out, "\t{");
		add_field(out, "id", rule->id);
		add_field(out, "title", rule->title);
		add_field(out, "message", rule->message);
		add_field(out, "why", rule->why);
		add_field(out, "bad", rule->bad);
		add_field(out, "good", rule->good);
		add_field(out, "fix", rule->fix);
		add_field(out, "file", rule->file);
		sg_buf_addf(out, " .line = %u, .severity = %d,", rule->line, (int)rule->severity);
		add_bool(out, "is_conversion", rule->is_conversion);
		if (rule->reference_count)
			sg_buf_addf(out, " .references = references_%u_0, .reference_count = %u,",
			            i, rule->reference_count);
		sg_buf_addf(out, " .matches = matches_%u, .match_count = %u},\n", i,
		            rule->match_count);
	}
	sg_buf_adds(out, "};\n\n");
}

void sg_rulec_emit(const struct sg_rules_tables *t, struct sg_buf *out)
{
	sg_buf_adds(out, "// SPDX-License-Identifier: GPL-2.0-or-later\n"
	                 "/* Made by sg_rulec from rules/; do not edit. */\n"
	                 "#include <stddef.h>\n\n"
	                 "#include \"core/rules_embedded.h\"\n"
	                 "#include \"core/rules_tables.h\"\n\n");
	emit_functions(t, out);
	emit_records(t, out);
	emit_rules(t, out);
	sg_buf_addf(out,
	            "static const struct sg_rules_tables tables = {\n"
	            "\t.functions = functions, .function_count = %u,\n"
	            "\t.records = records, .record_count = %u,\n"
	            "\t.rules = rules, .rule_count = %u,\n"
	            "};\n\n",
	            t->function_count, t->record_count, t->rule_count);
	sg_buf_adds(out, "const struct sg_rules *sg_rules_embedded(struct sg_arena *arena,\n"
	                 "\t\t\t\t\t uint32_t kernel_version)\n"
	                 "{\n"
	                 "\treturn sg_rules_index(arena, NULL, &tables, kernel_version);\n"
	                 "}\n");
}
