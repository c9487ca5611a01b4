/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads one file of rules/: a rule with its documentation and its matches. */
#include "core/rules_read.h"

#include <string.h>

static const char *const placeholders[] = {"access", "expr", "producer", "callee", "memory"};

#define PLACEHOLDER_COUNT (sizeof(placeholders) / sizeof(placeholders[0]))

static bool check_placeholder(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                              const char *name)
{
	const char *near;

	for (uint32_t i = 0; i < PLACEHOLDER_COUNT; i++)
		if (strcmp(placeholders[i], name) == 0)
			return true;
	near = sg_near_miss(name, placeholders, PLACEHOLDER_COUNT);
	if (near)
		sg_read_error(r, node, "unknown placeholder '{%s}'; did you mean '{%s}'?", name,
		              near);
	else
		sg_read_error(r, node, "unknown placeholder '{%s}'", name);
	return false;
}

/* A text with {placeholders}. */
static bool read_template(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                          const char *what, const char **text)
{
	if (!sg_read_text(r, node, what, text))
		return false;
	for (const char *open = strchr(*text, '{'); open; open = strchr(open + 1, '{')) {
		const char *close = strchr(open, '}');

		if (!close) {
			sg_read_error(r, node, "'{' without '}' in %s", what);
			return false;
		}
		if (!check_placeholder(
			    r, node,
			    sg_arena_strndup(r->arena, open + 1, (size_t)(close - open) - 1)))
			return false;
	}
	return true;
}

/* The id is a word, and the file's name without .yaml. */
static bool read_id(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char **id)
{
	const char *slash = strrchr(r->file, '/');
	const char *base = slash ? slash + 1 : r->file;
	const char *dot = strrchr(base, '.');
	size_t length = dot ? (size_t)(dot - base) : strlen(base);

	if (!sg_read_text(r, node, "id", id))
		return false;
	if (strspn(*id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(*id)) {
		sg_read_error(r, node, "a rule's id is words with '-' between them");
		return false;
	}
	if (strlen(*id) != length || strncmp(*id, base, length) != 0) {
		sg_read_error(r, node, "the id '%s' is not the name of the file", *id);
		return false;
	}
	return true;
}

static bool read_free_words(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                            bool is_carrier, const char *const **words, uint32_t *count)
{
	const char **list;
	bool is_good = true;

	if (!node)
		return true;
	if (!sg_read_is_sequence(r, node, is_carrier ? "carriers" : "sinks"))
		return false;
	list = SG_NEW_ARRAY(r->arena, const char *, node->items.count);
	for (uint32_t i = 0; i < node->items.count; i++)
		is_good &= sg_read_free_word(r, node->items.items[i], is_carrier, true, &list[i]);
	*words = list;
	*count = node->items.count;
	return is_good;
}

static bool read_set(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                     const struct sg_word *words, uint32_t word_count, uint32_t *set)
{
	*set = (1u << word_count) - 1;
	return !node || sg_read_word_set(r, node, what, words, word_count, set);
}

static bool read_match(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                       struct sg_rule_match *match)
{
	enum { SINKS, TAGS, STRENGTHS, VIEWS, CARRIERS, POLICY, COUNT };
	static const struct sg_key keys[COUNT] = {
		{"sinks", true},  {"tags", true},      {"strengths", false},
		{"views", false}, {"carriers", false}, {"policy", false},
	};
	struct sg_yaml_node *values[COUNT];
	uint32_t policy = SG_POLICY_ALL;

	if (!sg_read_mapping(r, node, "a match", keys, COUNT, values) ||
	    !read_free_words(r, values[SINKS], false, &match->sinks, &match->sink_count) ||
	    !read_set(r, values[TAGS], "tag", sg_tag_words, SG_TAG_COUNT, &match->tags) ||
	    !read_set(r, values[STRENGTHS], "strength", sg_strength_words, SG_STRENGTH_COUNT,
	              &match->strengths) ||
	    !read_set(r, values[VIEWS], "view", sg_view_words, SG_VIEW_COUNT, &match->views) ||
	    !read_free_words(r, values[CARRIERS], true, &match->carriers, &match->carrier_count))
		return false;
	if (values[POLICY] &&
	    !sg_read_word(r, values[POLICY], "policy", sg_policy_words, 2, &policy))
		return false;
	match->policies = (uint8_t)policy;
	return true;
}

static bool read_matches(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                         struct sg_rule *rule)
{
	struct sg_rule_match *matches;
	bool is_good = true;

	if (!sg_read_is_sequence(r, node, "matches"))
		return false;
	matches = SG_NEW_ARRAY(r->arena, struct sg_rule_match, node->items.count);
	for (uint32_t i = 0; i < node->items.count; i++)
		is_good &= read_match(r, node->items.items[i], &matches[i]);
	rule->matches = matches;
	rule->match_count = node->items.count;
	return is_good;
}

static bool read_references(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                            struct sg_rule *rule)
{
	const char **references;
	bool is_good = true;

	if (!sg_read_is_sequence(r, node, "references"))
		return false;
	references = SG_NEW_ARRAY(r->arena, const char *, node->items.count);
	for (uint32_t i = 0; i < node->items.count; i++)
		is_good &= sg_read_text(r, node->items.items[i], "a reference", &references[i]);
	rule->references = references;
	rule->reference_count = node->items.count;
	return is_good;
}

void sg_read_rule(struct sg_rules_reader *r, const struct sg_yaml_node *root)
{
	enum {
		ID,
		TITLE,
		SEVERITY,
		KIND,
		MESSAGE,
		WHY,
		BAD,
		GOOD,
		FIX,
		REFERENCES,
		MATCHES,
		COUNT
	};
	static const struct sg_key keys[COUNT] = {
		{"id", true},      {"title", true},      {"severity", true}, {"kind", true},
		{"message", true}, {"why", true},        {"bad", true},      {"good", true},
		{"fix", true},     {"references", true}, {"matches", true},
	};
	static const struct sg_word severities[] = {
		{"note", SG_SEVERITY_NOTE},
		{"warning", SG_SEVERITY_WARNING},
		{"error", SG_SEVERITY_ERROR},
	};
	static const struct sg_word kinds[] = {{"access", 0}, {"conversion", 1}};
	struct sg_yaml_node *values[COUNT];
	struct sg_rule rule = {.file = r->file, .line = root->line, .column = root->column};
	uint32_t severity, kind;

	if (!sg_read_mapping(r, root, "a rule", keys, COUNT, values) ||
	    !read_id(r, values[ID], &rule.id) ||
	    !sg_read_text(r, values[TITLE], "title", &rule.title) ||
	    !sg_read_word(r, values[SEVERITY], "severity", severities, 3, &severity) ||
	    !sg_read_word(r, values[KIND], "kind", kinds, 2, &kind) ||
	    !read_template(r, values[MESSAGE], "message", &rule.message) ||
	    !sg_read_text(r, values[WHY], "why", &rule.why) ||
	    !sg_read_text(r, values[BAD], "bad", &rule.bad) ||
	    !sg_read_text(r, values[GOOD], "good", &rule.good) ||
	    !read_template(r, values[FIX], "fix", &rule.fix) ||
	    !read_references(r, values[REFERENCES], &rule) ||
	    !read_matches(r, values[MATCHES], &rule))
		return;
	rule.severity = (enum sg_severity)severity;
	rule.is_conversion = kind == 1;
	sg_vec_push(&r->rules, r->arena, rule);
}
