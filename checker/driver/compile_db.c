// SPDX-License-Identifier: GPL-2.0-or-later
/* The format is Clang's JSON compilation database. */
#include "driver/compile_db.h"

#include <string.h>

#include <jansson.h>

#include "driver/path.h"
#include "driver/read_file.h"
#include "driver/shell_words.h"

/* Where an entry is, for messages. */
struct place {
	struct sg_arena *arena;
	struct sg_arena *scratch; /* of one entry */
	struct sg_intern *intern;
	const char *path;
	const char *directory; /* of 'path', absolute */
	size_t index;
	struct sg_error *error;
};

static bool fail(const struct place *at, const char *text)
{
	sg_error_set(at->error, at->path, 0, 0, "entry %zu: %s", at->index + 1, text);
	return false;
}

/* The string 'key' of 'entry'; NULL when it is absent or something else. */
static const char *get_text(const struct place *at, const json_t *entry, const char *key)
{
	const char *text = json_string_value(json_object_get(entry, key));

	return text ? sg_arena_strdup(at->arena, text) : NULL;
}

static bool read_arguments(const struct place *at, const json_t *arguments,
                           struct sg_shell_words *words)
{
	for (size_t i = 0; i < json_array_size(arguments); i++) {
		const char *word = json_string_value(json_array_get(arguments, i));

		if (!word)
			return fail(at, "'arguments' must hold strings only");
		sg_vec_push(words, at->scratch, word);
	}
	return true;
}

static bool read_words(const struct place *at, const json_t *entry, struct sg_shell_words *words)
{
	const json_t *arguments = json_object_get(entry, "arguments");
	const char *command = json_string_value(json_object_get(entry, "command"));

	if (json_is_array(arguments))
		return read_arguments(at, arguments, words);
	if (!command)
		return fail(at, "neither 'command' nor 'arguments'");
	if (!sg_shell_split(at->scratch, command, words))
		return fail(at, "unbalanced quotes in 'command'");
	return true;
}

static bool read_entry(const struct place *at, const json_t *entry,
                       struct sg_compile_command *command)
{
	struct sg_shell_words words = {0};
	const char *directory = get_text(at, entry, "directory");

	command->source = get_text(at, entry, "file");
	command->object = get_text(at, entry, "output");
	if (!directory)
		return fail(at, "'directory' is missing or no string");
	if (!command->source)
		return fail(at, "'file' is missing or no string");
	if (!read_words(at, entry, &words))
		return false;
	for (uint32_t i = 0; i < words.count; i++)
		words.items[i] = sg_intern_text(at->intern, sg_intern(at->intern, words.items[i]));
	command->directory = sg_path_join(at->arena, at->directory, directory);
	sg_compile_command_set_words(command, at->arena, words.items, words.count);
	return true;
}

static bool read_entries(struct place *at, const json_t *root, sg_command_list *commands)
{
	bool is_ok = true;

	at->scratch = sg_arena_new("compile command");
	for (; is_ok && at->index < json_array_size(root); at->index++) {
		struct sg_compile_command command = {0};

		is_ok = read_entry(at, json_array_get(root, at->index), &command);
		if (is_ok)
			sg_vec_push(commands, at->arena, command);
		sg_arena_reset(at->scratch);
	}
	sg_arena_free(at->scratch);
	return is_ok;
}

bool sg_compile_db_read(struct sg_arena *arena, struct sg_intern *intern, const char *path,
                        sg_command_list *commands, struct sg_error *error)
{
	struct place at = {.arena = arena, .intern = intern, .path = path, .error = error};
	json_error_t problem;
	const char *text;
	size_t length;
	json_t *root;
	bool is_ok = true;

	if (!sg_read_file(arena, path, &text, &length, error))
		return false;
	root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &problem);
	if (!root) {
		sg_error_set(error, path, (uint32_t)problem.line,
		             (uint32_t)(problem.column > 0 ? problem.column : 1), "%s",
		             problem.text);
		return false;
	}
	if (!json_is_array(root)) {
		sg_error_set(error, path, 1, 1, "a list of compile commands is expected");
		is_ok = false;
	}
	at.directory = sg_path_join(arena, sg_path_current(arena), sg_path_directory(arena, path));
	is_ok = is_ok && read_entries(&at, root, commands);
	json_decref(root);
	return is_ok;
}
