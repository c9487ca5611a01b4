/* SPDX-License-Identifier: GPL-2.0-or-later */
/* libyaml events to a tree with positions. */
#include "core/rules_yaml.h"

#include <stdbool.h>
#include <string.h>
#include <yaml.h>

/* Rules nest four deep; a file beyond this is not one. */
#define MAX_DEPTH 16

struct builder {
	struct sg_arena *arena;
	const char *file;
	struct sg_error *error;
	yaml_parser_t parser;
	struct sg_yaml_node *root;
	struct sg_yaml_node *open[MAX_DEPTH];
	uint32_t depth;
};

static bool fail(struct builder *b, yaml_mark_t mark, const char *text)
{
	sg_error_set(b->error, b->file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1, "%s",
	             text);
	return false;
}

static bool syntax_error(struct builder *b)
{
	const char *problem = b->parser.problem ? b->parser.problem : "not valid YAML";
	yaml_mark_t mark = b->parser.problem_mark;

	if (b->parser.error == YAML_READER_ERROR)
		mark = b->parser.mark;
	return fail(b, mark, problem);
}

static bool add_node(struct builder *b, const yaml_event_t *event, enum sg_yaml_kind kind,
                     struct sg_yaml_node **added)
{
	struct sg_yaml_node *parent = b->depth ? b->open[b->depth - 1] : NULL;
	struct sg_yaml_node *node = SG_NEW(b->arena, struct sg_yaml_node);

	node->kind = kind;
	node->line = (uint32_t)event->start_mark.line + 1;
	node->column = (uint32_t)event->start_mark.column + 1;
	if (!parent) {
		b->root = node;
	} else {
		bool is_key = parent->kind == SG_YAML_MAPPING && parent->items.count % 2 == 0;

		if (is_key && kind != SG_YAML_SCALAR)
			return fail(b, event->start_mark, "a key must be a word");
		sg_vec_push(&parent->items, b->arena, node);
	}
	*added = node;
	return true;
}

static bool add_scalar(struct builder *b, const yaml_event_t *event)
{
	const char *value = (const char *)event->data.scalar.value;
	struct sg_yaml_node *node;

	if (event->data.scalar.anchor || event->data.scalar.tag)
		return fail(b, event->start_mark, "anchors and tags have no meaning here");
	if (strlen(value) != event->data.scalar.length)
		return fail(b, event->start_mark, "a NUL byte in the text");
	if (!add_node(b, event, SG_YAML_SCALAR, &node))
		return false;
	node->text = sg_arena_strdup(b->arena, value);
	return true;
}

static bool open_node(struct builder *b, const yaml_event_t *event, enum sg_yaml_kind kind)
{
	struct sg_yaml_node *node;

	if (b->depth == MAX_DEPTH)
		return fail(b, event->start_mark, "nested too deeply");
	if (!add_node(b, event, kind, &node))
		return false;
	b->open[b->depth++] = node;
	return true;
}

static bool take_event(struct builder *b, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (b->root)
			return fail(b, event->start_mark, "a second document in one file");
		return true;
	case YAML_ALIAS_EVENT:
		return fail(b, event->start_mark,
		            "'*' starts a YAML alias; quote a place such as \"*a1\"");
	case YAML_SCALAR_EVENT:
		return add_scalar(b, event);
	case YAML_SEQUENCE_START_EVENT:
		if (event->data.sequence_start.anchor || event->data.sequence_start.tag)
			return fail(b, event->start_mark, "anchors and tags have no meaning here");
		return open_node(b, event, SG_YAML_SEQUENCE);
	case YAML_MAPPING_START_EVENT:
		if (event->data.mapping_start.anchor || event->data.mapping_start.tag)
			return fail(b, event->start_mark, "anchors and tags have no meaning here");
		return open_node(b, event, SG_YAML_MAPPING);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		b->depth--;
		return true;
	default:
		return true;
	}
}

static bool read_events(struct builder *b)
{
	bool is_good = true;
	bool is_end = false;

	while (is_good && !is_end) {
		yaml_event_t event;

		if (!yaml_parser_parse(&b->parser, &event))
			return syntax_error(b);
		is_end = event.type == YAML_STREAM_END_EVENT;
		is_good = take_event(b, &event);
		yaml_event_delete(&event);
	}
	return is_good;
}

struct sg_yaml_node *sg_yaml_parse(struct sg_arena *arena, const char *file, const char *text,
                                   size_t length, struct sg_error *error)
{
	struct builder b = {.arena = arena, .file = file, .error = error};
	bool is_good;

	if (!yaml_parser_initialize(&b.parser))
		sg_bug("out of memory in the YAML parser");
	yaml_parser_set_input_string(&b.parser, (const unsigned char *)text, length);
	is_good = read_events(&b);
	yaml_parser_delete(&b.parser);
	if (is_good && !b.root) {
		sg_error_set(error, file, 1, 1, "the file is empty");
		return NULL;
	}
	return is_good ? b.root : NULL;
}
