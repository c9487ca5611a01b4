/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the readers of facts and of rules share: errors with positions, strict
 * mappings, and words with near-miss suggestions.  Private to core/rules_*.c.
 */
#ifndef SG_CORE_RULES_READ_H
#define SG_CORE_RULES_READ_H

#include "base/near_miss.h"
#include "core/rules_tables.h"
#include "core/rules_yaml.h"

/* A free word (a sink, a carrier) and where it stands. */
struct sg_rules_word_use {
	const char *word;
	const char *file;
	uint32_t line;
	uint32_t column;
	bool is_carrier;
	bool is_in_rule; /* else in a fact */
};

struct sg_rules_reader {
	struct sg_arena *arena;
	const char *file;
	struct sg_error *errors;
	uint32_t error_max;
	uint32_t error_count; /* all of them, kept or not */
	SG_VEC(struct sg_function_fact) functions;
	SG_VEC(struct sg_record_fact) records;
	SG_VEC(struct sg_rule) rules;
	/* Every sink and carrier word of facts and rules, for the cross-check. */
	SG_VEC(struct sg_rules_word_use) uses;
};

struct sg_word {
	const char *text;
	uint32_t value;
};

struct sg_key {
	const char *name;
	bool is_required;
};

void sg_read_error(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *format,
                   ...) __attribute__((format(printf, 3, 4)));

/*
 * Finds the values of 'keys' in a mapping; values[i] is NULL when absent.
 * Unknown, repeated and missing keys are errors.  'what' names the mapping.
 */
bool sg_read_mapping(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                     const struct sg_key *keys, uint32_t key_count, struct sg_yaml_node **values);
/* True when 'node' is a sequence, else an error. */
bool sg_read_is_sequence(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                         const char *what);

/* Each returns false after reporting an error. */
bool sg_read_text(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                  const char **text);
bool sg_read_word(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                  const struct sg_word *words, uint32_t word_count, uint32_t *value);
/* A word or a sequence of words, as a bit mask of their values. */
bool sg_read_word_set(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                      const struct sg_word *words, uint32_t word_count, uint32_t *set);
bool sg_read_bool(struct sg_rules_reader *r, const struct sg_yaml_node *node, bool *value);
bool sg_read_number(struct sg_rules_reader *r, const struct sg_yaml_node *node, int32_t *value);
bool sg_read_version(struct sg_rules_reader *r, const struct sg_yaml_node *node, uint32_t *version);
/* A C identifier. */
bool sg_read_name(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                  const char **name);
/* A free word: lower case, digits, '-' and '_'; remembered in r->uses. */
bool sg_read_free_word(struct sg_rules_reader *r, const struct sg_yaml_node *node, bool is_carrier,
                       bool is_in_rule, const char **word);
bool sg_read_place(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                   struct sg_place *place);
/* "a2 has 0x400", "a1 == 3", "a3 is null", ...: fills effect->when*. */
bool sg_read_condition(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                       struct sg_effect *effect);

extern const struct sg_word sg_tag_words[SG_TAG_COUNT];
extern const struct sg_word sg_strength_words[SG_STRENGTH_COUNT];
extern const struct sg_word sg_view_words[SG_VIEW_COUNT];
extern const struct sg_word sg_policy_words[2];

/* The two kinds of file. */
void sg_read_facts(struct sg_rules_reader *r, const struct sg_yaml_node *root);
void sg_read_rule(struct sg_rules_reader *r, const struct sg_yaml_node *root);

#endif
