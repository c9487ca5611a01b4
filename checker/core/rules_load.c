/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files of YAML to tables: reads each, sorts, rejects duplicates and unmatched words. */
#include "core/rules_load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rules_read.h"

/* Sinks that no fact names: the engine meets them in the code itself. */
static const char *const built_in_sinks[] = {"deref", "atomic", "asm", "escape"};

static void error_at(struct sg_rules_reader *r, const char *file, uint32_t line, uint32_t column,
                     const char *text)
{
	if (r->error_count < r->error_max)
		sg_error_set(&r->errors[r->error_count], file, line, column, "%s", text);
	r->error_count++;
}

static int by_name(const void *a, const void *b)
{
	const struct sg_function_fact *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	if (order)
		return order;
	if (x->versions.since != y->versions.since)
		return x->versions.since < y->versions.since ? -1 : 1;
	order = strcmp(x->file, y->file);
	return order ? order : (x->line > y->line) - (x->line < y->line);
}

static int by_tag(const void *a, const void *b)
{
	const struct sg_record_fact *x = a, *y = b;
	int order = strcmp(x->tag, y->tag);

	if (order)
		return order;
	if (x->versions.since != y->versions.since)
		return x->versions.since < y->versions.since ? -1 : 1;
	order = strcmp(x->file, y->file);
	return order ? order : (x->line > y->line) - (x->line < y->line);
}

static int by_id(const void *a, const void *b)
{
	const struct sg_rule *x = a, *y = b;
	int order = strcmp(x->id, y->id);

	return order ? order : strcmp(x->file, y->file);
}

/* 'a' is the earlier one. */
static bool overlap(struct sg_version_range a, struct sg_version_range b)
{
	return a.until == 0 || b.since <= a.until;
}

static void duplicate(struct sg_rules_reader *r, const char *name, const char *file, uint32_t line,
                      uint32_t column, const char *other_file, uint32_t other_line)
{
	error_at(r, file, line, column,
	         sg_arena_printf(r->arena, "'%s' stands already at %s:%u", name, other_file,
	                         other_line));
}

static void check_duplicates(struct sg_rules_reader *r)
{
	for (uint32_t i = 1; i < r->functions.count; i++) {
		const struct sg_function_fact *a = &r->functions.items[i - 1], *b = a + 1;

		if (strcmp(a->name, b->name) == 0 && overlap(a->versions, b->versions))
			duplicate(r, b->name, b->file, b->line, b->column, a->file, a->line);
	}
	for (uint32_t i = 1; i < r->records.count; i++) {
		const struct sg_record_fact *a = &r->records.items[i - 1], *b = a + 1;

		if (strcmp(a->tag, b->tag) == 0 && overlap(a->versions, b->versions))
			duplicate(r, b->tag, b->file, b->line, b->column, a->file, a->line);
	}
	for (uint32_t i = 1; i < r->rules.count; i++) {
		const struct sg_rule *a = &r->rules.items[i - 1], *b = a + 1;

		if (strcmp(a->id, b->id) == 0)
			duplicate(r, b->id, b->file, b->line, b->column, a->file, a->line);
	}
}

struct word_list {
	SG_VEC(const char *) words;
};

static void add_word(struct word_list *list, struct sg_arena *arena, const char *word)
{
	for (uint32_t i = 0; i < list->words.count; i++)
		if (strcmp(list->words.items[i], word) == 0)
			return;
	sg_vec_push(&list->words, arena, word);
}

static bool has_word(const struct word_list *list, const char *word)
{
	for (uint32_t i = 0; i < list->words.count; i++)
		if (strcmp(list->words.items[i], word) == 0)
			return true;
	return false;
}

/* The words that rules match on, or (for rules) that facts and the engine use. */
static void collect_words(struct sg_rules_reader *r, const struct sg_rules *base, bool is_carrier,
                          bool is_for_rules, struct word_list *list)
{
	for (uint32_t i = 0; i < r->uses.count; i++) {
		const struct sg_rules_word_use *use = &r->uses.items[i];

		if (use->is_carrier == is_carrier && use->is_in_rule != is_for_rules)
			add_word(list, r->arena, use->word);
	}
	if (is_for_rules && !is_carrier)
		for (uint32_t i = 0; i < sizeof(built_in_sinks) / sizeof(built_in_sinks[0]); i++)
			add_word(list, r->arena, built_in_sinks[i]);
	/* A base has only words that are matched: its rules know them all. */
	for (uint32_t i = 0; base && i < sg_rules_count(base); i++) {
		const struct sg_rule *rule = sg_rules_at(base, i);

		for (uint32_t m = 0; m < rule->match_count; m++) {
			const struct sg_rule_match *match = &rule->matches[m];
			uint32_t count = is_carrier ? match->carrier_count : match->sink_count;
			const char *const *words = is_carrier ? match->carriers : match->sinks;

			for (uint32_t w = 0; w < count; w++)
				add_word(list, r->arena, words[w]);
		}
	}
}

/* A sink or carrier that stands on one side only is a slip of the pen. */
static void check_words(struct sg_rules_reader *r, const struct sg_rules *base, bool is_carrier,
                        bool is_for_rules)
{
	const char *what = is_carrier ? "carrier" : "sink";
	const char *where = is_for_rules ? "no fact has" : "no rule matches";
	struct word_list known = {0};

	collect_words(r, base, is_carrier, is_for_rules, &known);
	for (uint32_t i = 0; i < r->uses.count; i++) {
		const struct sg_rules_word_use *use = &r->uses.items[i];
		const char *near, *text;

		if (use->is_carrier != is_carrier || use->is_in_rule != is_for_rules ||
		    has_word(&known, use->word))
			continue;
		near = sg_near_miss(use->word, known.words.items, known.words.count);
		text = near ? sg_arena_printf(r->arena, "%s the %s '%s'; did you mean '%s'?", where,
		                              what, use->word, near)
		            : sg_arena_printf(r->arena, "%s the %s '%s'", where, what, use->word);
		error_at(r, use->file, use->line, use->column, text);
	}
}

static void read_file(struct sg_rules_reader *r, const struct sg_rule_file *file)
{
	struct sg_error error;
	struct sg_yaml_node *root;

	r->file = sg_arena_strdup(r->arena, file->name);
	root = sg_yaml_parse(r->arena, r->file, file->text, file->length, &error);
	if (!root)
		error_at(r, error.file, error.line, error.column, error.text);
	else if (file->is_facts)
		sg_read_facts(r, root);
	else
		sg_read_rule(r, root);
}

bool sg_rules_read(struct sg_arena *arena, const struct sg_rules *base,
                   const struct sg_rule_file *files, uint32_t file_count,
                   struct sg_rules_tables *tables, struct sg_error *errors, uint32_t error_max,
                   uint32_t *error_count)
{
	struct sg_rules_reader r = {.arena = arena, .errors = errors, .error_max = error_max};

	for (uint32_t i = 0; i < file_count; i++)
		read_file(&r, &files[i]);
	if (r.functions.count)
		qsort(r.functions.items, r.functions.count, sizeof(*r.functions.items), by_name);
	if (r.records.count)
		qsort(r.records.items, r.records.count, sizeof(*r.records.items), by_tag);
	if (r.rules.count)
		qsort(r.rules.items, r.rules.count, sizeof(*r.rules.items), by_id);
	check_duplicates(&r);
	/* A file that could not be read would leave words unmatched: one error is enough. */
	if (r.error_count == 0) {
		check_words(&r, base, false, false);
		check_words(&r, base, true, false);
	}
	/* One rule by itself is read for its texts: nothing to compare with. */
	if (r.error_count == 0 && (r.functions.count || base)) {
		check_words(&r, base, false, true);
		check_words(&r, base, true, true);
	}
	*tables = (struct sg_rules_tables){
		.functions = r.functions.items,
		.function_count = r.functions.count,
		.records = r.records.items,
		.record_count = r.records.count,
		.rules = r.rules.items,
		.rule_count = r.rules.count,
	};
	*error_count = r.error_count < error_max ? r.error_count : error_max;
	return r.error_count == 0;
}

struct sg_rules *sg_rules_load(struct sg_arena *arena, const struct sg_rule_file *files,
                               uint32_t file_count, uint32_t kernel_version,
                               struct sg_error *errors, uint32_t error_max, uint32_t *error_count)
{
	return sg_rules_extend(arena, NULL, files, file_count, kernel_version, errors, error_max,
	                       error_count);
}

struct sg_rules *sg_rules_extend(struct sg_arena *arena, const struct sg_rules *base,
                                 const struct sg_rule_file *files, uint32_t file_count,
                                 uint32_t kernel_version, struct sg_error *errors,
                                 uint32_t error_max, uint32_t *error_count)
{
	struct sg_rules_tables *tables = SG_NEW(arena, struct sg_rules_tables);

	if (!sg_rules_read(arena, base, files, file_count, tables, errors, error_max, error_count))
		return NULL;
	return sg_rules_index(arena, base, tables, kernel_version);
}
