// SPDX-License-Identifier: GPL-2.0-or-later
/* The format is Clang's JSON compilation database. */
#include "driver/compile_db.h"

#include <string.h>

#include <jansson.h>

#include "driver/path.h"
#include "driver/read_file.h"
#include "driver/shell_words.h"

/* Where an entry starts.  The text has been parsed: it is a list without mistakes. */
struct cursor {
	const char *at;
	uint32_t line;
	uint32_t column;
	size_t index; /* of the entry */
};

struct database {
	struct sg_arena *arena;
	struct sg_arena *scratch; /* of one entry */
	struct sg_intern *intern;
	const char *path;
	const char *directory; /* of 'path', absolute */
	struct cursor cursor;
	sg_broken_list *broken;
};

static char take(struct cursor *c)
{
	char byte = *c->at++;

	if (byte == '\n') {
		c->line++;
		c->column = 1;
	} else if ((byte & 0xc0) != 0x80) { /* not inside a character of UTF-8 */
		c->column++;
	}
	return byte;
}

static void skip_blanks(struct cursor *c)
{
	while (*c->at == ' ' || *c->at == '\t' || *c->at == '\r' || *c->at == '\n')
		take(c);
}

static void skip_string(struct cursor *c)
{
	for (char byte = take(c); byte != '"'; byte = take(c)) {
		if (byte == '\\')
			take(c);
	}
}

/* Goes on behind the comma that ends the entry. */
static void skip_entry(struct cursor *c)
{
	uint32_t depth = 0;

	for (char byte = take(c); byte != ',' || depth > 0; byte = take(c)) {
		if (byte == '"')
			skip_string(c);
		else if (byte == '[' || byte == '{')
			depth++;
		else if (byte == ']' || byte == '}')
			depth--;
	}
	skip_blanks(c);
}

static void start_list(struct cursor *c, const char *text)
{
	*c = (struct cursor){.at = text, .line = 1, .column = 1};
	skip_blanks(c);
	take(c);
	skip_blanks(c);
}

static void go_to_entry(struct cursor *c, size_t index)
{
	for (; c->index < index; c->index++)
		skip_entry(c);
}

/* The string 'key' of 'entry'; NULL when it is absent, empty or something else. */
static const char *get_text(const struct database *db, const json_t *entry, const char *key)
{
	const char *text = json_string_value(json_object_get(entry, key));

	return text && text[0] ? sg_arena_strdup(db->arena, text) : NULL;
}

/* What is wrong, or NULL; so do the other functions that read. */
static const char *read_arguments(const struct database *db, const json_t *arguments,
                                  struct sg_shell_words *words)
{
	for (size_t i = 0; i < json_array_size(arguments); i++) {
		const char *word = json_string_value(json_array_get(arguments, i));

		if (!word)
			return "'arguments' must hold strings only";
		sg_vec_push(words, db->scratch, word);
	}
	return NULL;
}

static const char *read_words(const struct database *db, const json_t *entry,
                              struct sg_shell_words *words)
{
	const json_t *arguments = json_object_get(entry, "arguments");
	const char *command = json_string_value(json_object_get(entry, "command"));

	if (json_is_array(arguments))
		return read_arguments(db, arguments, words);
	if (!command)
		return "neither 'command' nor 'arguments'";
	if (!sg_shell_split(db->scratch, command, words))
		return "unbalanced quotes in 'command'";
	return NULL;
}

/* A command that lacks its directory may still tell of which source it is. */
static const char *read_entry(const struct database *db, const json_t *entry,
                              struct sg_compile_command *command)
{
	struct sg_shell_words words = {0};
	const char *directory = get_text(db, entry, "directory");
	const char *problem;

	command->source = get_text(db, entry, "file");
	command->object = get_text(db, entry, "output");
	command->directory = sg_path_join(db->arena, db->directory, directory ? directory : ".");
	if (!json_is_object(entry))
		return "no object with 'directory', 'file' and 'command'";
	if (!directory)
		return "'directory' is missing or no string";
	if (!command->source)
		return "'file' is missing or no string";
	problem = read_words(db, entry, &words);
	if (problem)
		return problem;
	for (uint32_t i = 0; i < words.count; i++)
		words.items[i] = sg_intern_text(db->intern, sg_intern(db->intern, words.items[i]));
	sg_compile_command_set_words(command, db->arena, words.items, words.count);
	return NULL;
}

static void add_broken(struct database *db, const struct sg_compile_command *command, size_t index,
                       const char *problem)
{
	struct sg_broken_command broken = {.name = db->path, .command = *command};
	struct cursor *c = &db->cursor;

	go_to_entry(c, index);
	broken.reason = sg_arena_printf(db->arena, "%u:%u: entry %zu: %s", c->line, c->column,
	                                index + 1, problem);
	if (command->source) {
		broken.name = command->source;
		broken.reason = sg_arena_printf(db->arena, "%s:%s", db->path, broken.reason);
	}
	sg_vec_push(db->broken, db->arena, broken);
}

static void read_entries(struct database *db, const json_t *root, sg_command_list *commands)
{
	db->scratch = sg_arena_new("compile command");
	for (size_t i = 0; i < json_array_size(root); i++) {
		struct sg_compile_command command = {0};
		const char *problem = read_entry(db, json_array_get(root, i), &command);

		if (problem)
			add_broken(db, &command, i, problem);
		else
			sg_vec_push(commands, db->arena, command);
		sg_arena_reset(db->scratch);
	}
	sg_arena_free(db->scratch);
}

/* The list in 'text', to be released; NULL with 'error' set. */
static json_t *parse_list(const char *path, const char *text, size_t length, struct sg_error *error)
{
	json_error_t problem;
	json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &problem);

	if (!root) {
		sg_error_set(error, path, (uint32_t)problem.line,
		             (uint32_t)(problem.column > 0 ? problem.column : 1), "%s",
		             problem.text);
		return NULL;
	}
	if (!json_is_array(root)) {
		sg_error_set(error, path, 1, 1, "a list of compile commands is expected");
		json_decref(root);
		return NULL;
	}
	return root;
}

bool sg_compile_db_read(struct sg_arena *arena, struct sg_intern *intern, const char *path,
                        sg_command_list *commands, sg_broken_list *broken, struct sg_error *error)
{
	struct database db = {.arena = arena, .intern = intern, .path = path, .broken = broken};
	const char *text;
	size_t length;
	json_t *root;

	if (!sg_read_file(arena, path, &text, &length, error))
		return false;
	root = parse_list(path, text, length, error);
	if (!root)
		return false;
	db.directory = sg_path_join(arena, sg_path_current(arena), sg_path_directory(arena, path));
	start_list(&db.cursor, text);
	read_entries(&db, root, commands);
	json_decref(root);
	return true;
}
