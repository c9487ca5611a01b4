/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Strict reading of mappings, words and sets of words. */
#include "core/rules_read.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct sg_word sg_tag_words[SG_TAG_COUNT] = {
	{"io", SG_TAG_IO},
	{"p2p", SG_TAG_P2P},
	{"dma_only", SG_TAG_DMA_ONLY},
	{"unreadable", SG_TAG_UNREADABLE},
	{"ram", SG_TAG_RAM},
};

const struct sg_word sg_strength_words[SG_STRENGTH_COUNT] = {
	{"must", SG_MUST},
	{"either", SG_EITHER},
	{"maybe", SG_MAYBE},
};

const struct sg_word sg_view_words[SG_VIEW_COUNT] = {
	{"linear", SG_VIEW_LINEAR}, {"token", SG_VIEW_TOKEN}, {"cookie", SG_VIEW_COOKIE},
	{"page", SG_VIEW_PAGE},     {"pfn", SG_VIEW_PFN},     {"phys", SG_VIEW_PHYS},
	{"dma", SG_VIEW_DMA},
};

const struct sg_word sg_policy_words[2] = {
	{"mainline", SG_POLICY_MAINLINE},
	{"rfc", SG_POLICY_RFC},
};

void sg_read_error(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *format,
                   ...)
{
	char text[768];
	va_list args;

	if (r->error_count < r->error_max) {
		va_start(args, format);
		vsnprintf(text, sizeof(text), format, args);
		va_end(args);
		sg_error_set(&r->errors[r->error_count], r->file, node->line, node->column, "%s",
		             text);
	}
	r->error_count++;
}

static void unknown_word(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                         const char *what, const char *const *words, uint32_t word_count)
{
	const char *near = sg_near_miss(node->text, words, word_count);

	if (near)
		sg_read_error(r, node, "unknown %s '%s'; did you mean '%s'?", what, node->text,
		              near);
	else
		sg_read_error(r, node, "unknown %s '%s'", what, node->text);
}

static bool unknown_key(struct sg_rules_reader *r, const struct sg_yaml_node *key, const char *what,
                        const struct sg_key *keys, uint32_t key_count)
{
	const char **names = SG_NEW_ARRAY(r->arena, const char *, key_count);

	for (uint32_t i = 0; i < key_count; i++)
		names[i] = keys[i].name;
	unknown_word(r, key, sg_arena_printf(r->arena, "key in %s:", what), names, key_count);
	return false;
}

bool sg_read_mapping(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                     const struct sg_key *keys, uint32_t key_count, struct sg_yaml_node **values)
{
	bool is_good = true;

	for (uint32_t k = 0; k < key_count; k++)
		values[k] = NULL;
	if (node->kind != SG_YAML_MAPPING) {
		sg_read_error(r, node, "%s must be a mapping", what);
		return false;
	}
	for (uint32_t i = 0; i + 1 < node->items.count; i += 2) {
		const struct sg_yaml_node *key = node->items.items[i];
		uint32_t k = 0;

		while (k < key_count && strcmp(key->text, keys[k].name) != 0)
			k++;
		if (k == key_count) {
			is_good = unknown_key(r, key, what, keys, key_count);
		} else if (values[k]) {
			sg_read_error(r, key, "key '%s' stands twice in %s", key->text, what);
			is_good = false;
		} else {
			values[k] = node->items.items[i + 1];
		}
	}
	for (uint32_t k = 0; k < key_count; k++) {
		if (keys[k].is_required && !values[k]) {
			sg_read_error(r, node, "%s needs the key '%s'", what, keys[k].name);
			is_good = false;
		}
	}
	return is_good;
}

bool sg_read_is_sequence(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                         const char *what)
{
	if (node->kind == SG_YAML_SEQUENCE)
		return true;
	sg_read_error(r, node, "%s must be a list", what);
	return false;
}

bool sg_read_text(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                  const char **text)
{
	if (node->kind != SG_YAML_SCALAR || !node->text[0]) {
		sg_read_error(r, node, "%s must be a text", what);
		return false;
	}
	*text = node->text;
	return true;
}

bool sg_read_word(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                  const struct sg_word *words, uint32_t word_count, uint32_t *value)
{
	const char **texts;

	if (node->kind != SG_YAML_SCALAR) {
		sg_read_error(r, node, "%s must be a word", what);
		return false;
	}
	for (uint32_t i = 0; i < word_count; i++) {
		if (strcmp(node->text, words[i].text) == 0) {
			*value = words[i].value;
			return true;
		}
	}
	texts = SG_NEW_ARRAY(r->arena, const char *, word_count);
	for (uint32_t i = 0; i < word_count; i++)
		texts[i] = words[i].text;
	unknown_word(r, node, what, texts, word_count);
	return false;
}

bool sg_read_word_set(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                      const struct sg_word *words, uint32_t word_count, uint32_t *set)
{
	bool is_good = sg_read_is_sequence(r, node, what);
	uint32_t value;

	*set = 0;
	if (is_good && node->items.count == 0) {
		sg_read_error(r, node, "an empty list matches nothing");
		is_good = false;
	}
	for (uint32_t i = 0; is_good && i < node->items.count; i++) {
		is_good = sg_read_word(r, node->items.items[i], what, words, word_count, &value);
		if (is_good)
			*set |= 1u << value;
	}
	return is_good;
}

bool sg_read_bool(struct sg_rules_reader *r, const struct sg_yaml_node *node, bool *value)
{
	static const struct sg_word words[] = {{"false", 0}, {"true", 1}};
	uint32_t number;

	if (!sg_read_word(r, node, "truth value", words, 2, &number))
		return false;
	*value = number != 0;
	return true;
}

bool sg_read_number(struct sg_rules_reader *r, const struct sg_yaml_node *node, int32_t *value)
{
	int number, end = 0;

	if (node->kind == SG_YAML_SCALAR && sscanf(node->text, "%9d%n", &number, &end) == 1 &&
	    !node->text[end]) {
		*value = number;
		return true;
	}
	sg_read_error(r, node, "a value is a small number such as -14");
	return false;
}

bool sg_read_version(struct sg_rules_reader *r, const struct sg_yaml_node *node, uint32_t *version)
{
	unsigned int major, minor;
	int end = 0;

	if (node->kind == SG_YAML_SCALAR &&
	    sscanf(node->text, "%3u.%3u%n", &major, &minor, &end) == 2 && !node->text[end] &&
	    major > 0 && minor < 256) {
		*version = (uint32_t)major << 8 | (uint32_t)minor;
		return true;
	}
	sg_read_error(r, node, "a kernel version looks like 6.12");
	return false;
}

bool sg_read_name(struct sg_rules_reader *r, const struct sg_yaml_node *node, const char *what,
                  const char **name)
{
	const char *c = node->kind == SG_YAML_SCALAR ? node->text : "";
	bool is_good = isalpha((unsigned char)*c) || *c == '_';

	for (; *c; c++)
		is_good = is_good && (isalnum((unsigned char)*c) || *c == '_');
	if (!is_good) {
		sg_read_error(r, node, "%s must be a C identifier", what);
		return false;
	}
	*name = node->text;
	return true;
}

bool sg_read_free_word(struct sg_rules_reader *r, const struct sg_yaml_node *node, bool is_carrier,
                       bool is_in_rule, const char **word)
{
	const char *what = is_carrier ? "a carrier" : "a sink";
	const char *c = node->kind == SG_YAML_SCALAR ? node->text : "";
	bool is_good = *c != '\0';
	struct sg_rules_word_use use;

	for (; *c; c++)
		is_good = is_good && (islower((unsigned char)*c) || isdigit((unsigned char)*c) ||
		                      *c == '-' || *c == '_');
	if (!is_good) {
		sg_read_error(r, node, "%s must be a word of lower case letters", what);
		return false;
	}
	*word = node->text;
	use = (struct sg_rules_word_use){
		.word = node->text,
		.file = r->file,
		.line = node->line,
		.column = node->column,
		.is_carrier = is_carrier,
		.is_in_rule = is_in_rule,
	};
	sg_vec_push(&r->uses, r->arena, use);
	return true;
}
