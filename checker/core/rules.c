/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rules for one kernel version: an index over tables, lookup and match. */
#include "core/rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "core/rules_tables.h"

struct sg_rules {
	SG_VEC(const struct sg_function_fact *) functions; /* by name */
	SG_VEC(const struct sg_record_fact *) records;     /* by tag */
	SG_VEC(const struct sg_rule *) rules;              /* by id */
};

static bool holds_in(struct sg_version_range range, uint32_t version)
{
	return range.since <= version && (range.until == 0 || version <= range.until);
}

static int compare_functions(const void *a, const void *b)
{
	const struct sg_function_fact *const *x = a, *const *y = b;

	return strcmp((*x)->name, (*y)->name);
}

static int compare_records(const void *a, const void *b)
{
	const struct sg_record_fact *const *x = a, *const *y = b;

	return strcmp((*x)->tag, (*y)->tag);
}

static int compare_rules(const void *a, const void *b)
{
	const struct sg_rule *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

static void add_functions(struct sg_rules *rules, struct sg_arena *arena,
                          const struct sg_rules_tables *t, uint32_t version)
{
	for (uint32_t i = 0; i < t->function_count; i++) {
		const struct sg_function_fact *fact = &t->functions[i];
		/* Ranges of one name do not overlap: the last is the newest. */
		bool is_newest =
			i + 1 == t->function_count || strcmp(fact->name, fact[1].name) != 0;

		if (version ? holds_in(fact->versions, version) : is_newest)
			sg_vec_push(&rules->functions, arena, fact);
	}
}

static void add_records(struct sg_rules *rules, struct sg_arena *arena,
                        const struct sg_rules_tables *t, uint32_t version)
{
	for (uint32_t i = 0; i < t->record_count; i++) {
		const struct sg_record_fact *fact = &t->records[i];
		bool is_newest = i + 1 == t->record_count || strcmp(fact->tag, fact[1].tag) != 0;

		if (version ? holds_in(fact->versions, version) : is_newest)
			sg_vec_push(&rules->records, arena, fact);
	}
}

/* What 'base' has and the new tables do not replace, then everything in order. */
static void add_base(struct sg_rules *rules, struct sg_arena *arena, const struct sg_rules *base)
{
	struct sg_rules added = *rules;

	for (uint32_t i = 0; i < base->functions.count; i++)
		if (!sg_rules_function(&added, base->functions.items[i]->name))
			sg_vec_push(&rules->functions, arena, base->functions.items[i]);
	for (uint32_t i = 0; i < base->records.count; i++)
		if (!sg_rules_record(&added, base->records.items[i]->tag))
			sg_vec_push(&rules->records, arena, base->records.items[i]);
	for (uint32_t i = 0; i < base->rules.count; i++)
		if (!sg_rules_find(&added, base->rules.items[i]->id))
			sg_vec_push(&rules->rules, arena, base->rules.items[i]);
	if (rules->functions.count)
		qsort(rules->functions.items, rules->functions.count, sizeof(void *),
		      compare_functions);
	if (rules->records.count)
		qsort(rules->records.items, rules->records.count, sizeof(void *), compare_records);
	if (rules->rules.count)
		qsort(rules->rules.items, rules->rules.count, sizeof(void *), compare_rules);
}

/* Names that a project says nothing is known of. */
static void drop_unknown(struct sg_rules *rules)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < rules->functions.count; i++)
		if (!rules->functions.items[i]->is_unknown)
			rules->functions.items[kept++] = rules->functions.items[i];
	rules->functions.count = kept;
	kept = 0;
	for (uint32_t i = 0; i < rules->records.count; i++)
		if (!rules->records.items[i]->is_unknown)
			rules->records.items[kept++] = rules->records.items[i];
	rules->records.count = kept;
}

struct sg_rules *sg_rules_index(struct sg_arena *arena, const struct sg_rules *base,
                                const struct sg_rules_tables *tables, uint32_t kernel_version)
{
	struct sg_rules *rules = SG_NEW(arena, struct sg_rules);

	add_functions(rules, arena, tables, kernel_version);
	add_records(rules, arena, tables, kernel_version);
	for (uint32_t i = 0; i < tables->rule_count; i++)
		sg_vec_push(&rules->rules, arena, &tables->rules[i]);
	if (base)
		add_base(rules, arena, base);
	drop_unknown(rules);
	return rules;
}

const struct sg_function_fact *sg_rules_function(const struct sg_rules *rules, const char *name)
{
	uint32_t low = 0, high = rules->functions.count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = strcmp(name, rules->functions.items[middle]->name);

		if (order == 0)
			return rules->functions.items[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct sg_record_fact *sg_rules_record(const struct sg_rules *rules, const char *tag)
{
	uint32_t low = 0, high = rules->records.count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = strcmp(tag, rules->records.items[middle]->tag);

		if (order == 0)
			return rules->records.items[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct sg_field_fact *sg_record_fact_field(const struct sg_record_fact *fact,
                                                 const char *field)
{
	for (uint32_t i = 0; i < fact->field_count; i++)
		if (strcmp(fact->fields[i].name, field) == 0)
			return &fact->fields[i];
	return NULL;
}

const struct sg_rule *sg_rules_find(const struct sg_rules *rules, const char *id)
{
	for (uint32_t i = 0; i < rules->rules.count; i++)
		if (strcmp(rules->rules.items[i]->id, id) == 0)
			return rules->rules.items[i];
	return NULL;
}

static bool is_listed(const char *const *words, uint32_t count, const char *word)
{
	for (uint32_t i = 0; i < count; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

const struct sg_rule *sg_rules_match(const struct sg_rules *rules, enum sg_policy policy,
                                     const char *sink, enum sg_tag tag, enum sg_strength strength,
                                     enum sg_view view, const char *carrier)
{
	const struct sg_rule *found = NULL;

	for (uint32_t i = 0; i < rules->rules.count; i++) {
		const struct sg_rule *rule = rules->rules.items[i];

		for (uint32_t m = 0; m < rule->match_count; m++) {
			const struct sg_rule_match *match = &rule->matches[m];

			if (!(match->policies & policy) || !(match->tags & 1u << tag) ||
			    !(match->strengths & 1u << strength) || !(match->views & 1u << view) ||
			    !is_listed(match->sinks, match->sink_count, sink))
				continue;
			if (match->carrier_count) {
				if (carrier &&
				    is_listed(match->carriers, match->carrier_count, carrier))
					return rule;
			} else if (!found) {
				found = rule;
			}
		}
	}
	return found;
}

uint32_t sg_rules_count(const struct sg_rules *rules)
{
	return rules->rules.count;
}

const struct sg_rule *sg_rules_at(const struct sg_rules *rules, uint32_t index)
{
	return rules->rules.items[index];
}

uint32_t sg_rules_function_count(const struct sg_rules *rules)
{
	return rules->functions.count;
}

uint32_t sg_rules_record_count(const struct sg_rules *rules)
{
	return rules->records.count;
}

const struct sg_function_fact *sg_rules_function_at(const struct sg_rules *rules, uint32_t index)
{
	return rules->functions.items[index];
}

const struct sg_record_fact *sg_rules_record_at(const struct sg_rules *rules, uint32_t index)
{
	return rules->records.items[index];
}

const char *sg_tag_name(enum sg_tag tag)
{
	static const char *const names[SG_TAG_COUNT] = {"io", "p2p", "dma_only", "unreadable",
	                                                "ram"};

	return names[tag];
}

const char *sg_tag_noun(enum sg_tag tag)
{
	static const char *const nouns[SG_TAG_COUNT] = {
		"I/O memory",
		"peer-to-peer I/O memory",
		"memory only devices may address",
		"memory the CPU cannot read",
		"ordinary memory",
	};

	return nouns[tag];
}

const char *sg_strength_name(enum sg_strength strength)
{
	static const char *const names[SG_STRENGTH_COUNT] = {"must", "either", "maybe"};

	return names[strength];
}

const char *sg_view_name(enum sg_view view)
{
	static const char *const names[SG_VIEW_COUNT + 1] = {"linear", "token", "cookie", "page",
	                                                     "pfn",    "phys",  "dma",    "keep"};

	return names[view];
}

const char *sg_severity_name(enum sg_severity severity)
{
	static const char *const names[] = {"note", "warning", "error"};

	return names[severity];
}
