/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places ("$a2->sgl[]") and conditions ("a3 has 0x400") of effects. */
#include "core/rules_read.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* No kernel function in reach has more arguments. */
#define MAX_ARGUMENT 11
#define MAX_FIELDS 3

static const char *const place_help =
	"a place is r, a0 to a11, *a1, $a1, a1->field, $a1->field, up to three fields, and "
	"[] at the end for some element";

/* "r" or "a<number>" at *text; advances it. */
static bool parse_base(const char **text, int8_t *argument)
{
	const char *c = *text;

	if (*c == 'r') {
		*argument = SG_PLACE_RESULT;
		*text = c + 1;
		return true;
	}
	if (*c != 'a' || !isdigit((unsigned char)c[1]))
		return false;
	*argument = (int8_t)(c[1] - '0');
	c += 2;
	if (isdigit((unsigned char)*c)) {
		*argument = (int8_t)(*argument * 10 + (*c - '0'));
		c++;
	}
	*text = c;
	return *argument <= MAX_ARGUMENT;
}

/* "->f.g" at *text; advances it. */
static bool parse_fields(struct sg_arena *arena, const char **text, struct sg_place *place)
{
	const char *c = *text;

	if (c[0] != '-' || c[1] != '>')
		return true;
	c++;
	do {
		const char *start = ++c; /* past '>' or '.' */

		while (isalnum((unsigned char)*c) || *c == '_')
			c++;
		if (c == start || place->field_count == MAX_FIELDS)
			return false;
		place->fields[place->field_count++] =
			sg_arena_strndup(arena, start, (size_t)(c - start));
	} while (*c == '.');
	*text = c;
	return true;
}

/* A place at *text; advances it to what follows. */
static bool parse_place(struct sg_arena *arena, const char **text, struct sg_place *place)
{
	const char *c = *text;

	*place = (struct sg_place){0};
	place->is_payload = *c == '$';
	place->is_pointee = *c == '*';
	if (place->is_payload || place->is_pointee)
		c++;
	if (!parse_base(&c, &place->argument) || !parse_fields(arena, &c, place))
		return false;
	place->is_element = c[0] == '[' && c[1] == ']';
	if (place->is_element)
		c += 2;
	*text = c;
	return true;
}

bool sg_read_place(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                   struct sg_place *place)
{
	const char *c = node->kind == SG_YAML_SCALAR ? node->text : "";

	if (parse_place(r->arena, &c, place) && !*c)
		return true;
	sg_read_error(r, node, "%s", place_help);
	return false;
}

static bool parse_number(const char *text, int64_t *value)
{
	char *end;
	long long number;

	if (!*text)
		return false;
	errno = 0;
	number = strtoll(text, &end, 0);
	*value = number;
	return !*end && errno == 0;
}

/* " inside record" or " not inside record". */
static bool parse_inside(struct sg_rules_reader *r, const char *text, struct sg_effect *effect)
{
	static const char inside[] = " inside ", not_inside[] = " not inside ";
	bool is_not = strncmp(text, not_inside, strlen(not_inside)) == 0;
	const char *tag = text + strlen(is_not ? not_inside : inside);

	if (!is_not && strncmp(text, inside, strlen(inside)) != 0)
		return false;
	for (const char *c = tag; *c; c++)
		if (!isalnum((unsigned char)*c) && *c != '_')
			return false;
	effect->when = is_not ? SG_WHEN_NOT_INSIDE : SG_WHEN_INSIDE;
	effect->when_record = sg_arena_strdup(r->arena, tag);
	return *tag != '\0';
}

bool sg_read_condition(struct sg_rules_reader *r, const struct sg_yaml_node *node,
                       struct sg_effect *effect)
{
	static const struct {
		const char *text;
		enum sg_condition_kind kind;
		bool has_value;
	} forms[] = {
		{" has ", SG_WHEN_HAS_BITS, true}, {" lacks ", SG_WHEN_LACKS_BITS, true},
		{" == ", SG_WHEN_EQUALS, true},    {" != ", SG_WHEN_DIFFERS, true},
		{" is null", SG_WHEN_NULL, false}, {" is not null", SG_WHEN_NOT_NULL, false},
	};
	const char *c = node->kind == SG_YAML_SCALAR ? node->text : "";
	bool is_base = parse_place(r->arena, &c, &effect->when_place) &&
	               effect->when_place.argument != SG_PLACE_RESULT;

	for (uint32_t i = 0; is_base && i < sizeof(forms) / sizeof(forms[0]); i++) {
		size_t length = strlen(forms[i].text);

		if (strncmp(c, forms[i].text, length) != 0)
			continue;
		effect->when = forms[i].kind;
		if (forms[i].has_value ? parse_number(c + length, &effect->when_value) : !c[length])
			return true;
	}
	if (is_base && parse_inside(r, c, effect))
		return true;
	sg_read_error(r, node,
	              "a condition is 'a1 has 0x4', 'a1 lacks 0x4', 'a1 == 4', 'a1 != 4', "
	              "'a1 is null', 'a1 is not null', 'a1 inside record' or "
	              "'a1 not inside record'");
	return false;
}
