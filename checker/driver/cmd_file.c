// SPDX-License-Identifier: GPL-2.0-or-later
/* Undoes what kbuild's make-cmd does to a command, and finds the files. */
#include "driver/cmd_file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "driver/path.h"
#include "driver/read_file.h"
#include "driver/shell_words.h"

static bool starts_with(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}

static bool ends_with(const char *text, const char *suffix)
{
	size_t length = strlen(text), tail = strlen(suffix);

	return length >= tail && strcmp(text + length - tail, suffix) == 0;
}

/* Make's own quoting: "$(pound)" and "\#" are "#", "$$" is "$". */
static void add_unquoted(struct sg_buf *out, const char *text)
{
	static const char pound[] = "$(pound)";

	while (*text) {
		if (starts_with(text, pound)) {
			sg_buf_addc(out, '#');
			text += strlen(pound);
		} else if (starts_with(text, "\\#") || starts_with(text, "$$")) {
			sg_buf_addc(out, text[1]);
			text += 2;
		} else {
			sg_buf_addc(out, *text++);
		}
	}
}

/* The command in "savedcmd_a/b := command"; '*object' is "a/b".  NULL: another line. */
static const char *parse_line(struct sg_arena *arena, const char *line, const char **object)
{
	const char *name = line + (starts_with(line, "saved") ? strlen("saved") : 0);
	const char *assignment = strstr(line, " := ");

	if (!starts_with(name, "cmd_") || !assignment)
		return NULL;
	name += strlen("cmd_");
	*object = sg_arena_strndup(arena, name, (size_t)(assignment - name));
	return assignment + strlen(" := ");
}

/* NULL when there is none, or it does not end as lines do. */
static char *read_first_line(const char *path)
{
	int fd = sg_open_file(path);
	FILE *file = fd >= 0 ? fdopen(fd, "r") : NULL;
	char *line = NULL;
	size_t size = 0;
	ssize_t length = file ? getline(&line, &size, file) : -1;

	if (file)
		fclose(file);
	if (length <= 0 || line[length - 1] != '\n') {
		free(line);
		return NULL;
	}
	line[length - 1] = '\0';
	return line;
}

static bool has_word(const struct sg_shell_words *words, const char *word)
{
	for (uint32_t i = 0; i < words->count; i++) {
		if (strcmp(words->items[i], word) == 0)
			return true;
	}
	return false;
}

static enum sg_cmd_kind parse_command(struct sg_arena *arena, const char *text,
                                      struct sg_compile_command *command)
{
	struct sg_shell_words words = {0};
	struct sg_buf unquoted;
	bool is_split;

	/* Splitting is not for free, and most lines of a tree's tools end here. */
	if (!ends_with(command->object, ".o") || !strstr(text, "-D__KERNEL__"))
		return SG_CMD_OTHER;
	sg_buf_init(&unquoted);
	add_unquoted(&unquoted, text);
	is_split = sg_shell_split(arena, unquoted.data, &words);
	sg_buf_release(&unquoted);
	if (!is_split)
		return SG_CMD_BROKEN;
	if (words.count < 3 || !ends_with(words.items[words.count - 1], ".c") ||
	    !has_word(&words, "-c"))
		return SG_CMD_OTHER;
	command->source = words.items[words.count - 1];
	sg_compile_command_set_words(command, arena, words.items, words.count);
	return SG_CMD_UNIT;
}

enum sg_cmd_kind sg_cmd_file_read(struct sg_arena *arena, const char *path,
                                  struct sg_compile_command *command)
{
	char *line = read_first_line(path);
	const char *text = line ? parse_line(arena, line, &command->object) : NULL;
	enum sg_cmd_kind kind = text ? parse_command(arena, text, command) : SG_CMD_BROKEN;

	free(line);
	return kind;
}

const char *sg_cmd_file_of_object(struct sg_arena *arena, const char *object)
{
	return sg_arena_printf(arena, "%s/.%s.cmd", sg_path_directory(arena, object),
	                       sg_path_name(object));
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static bool is_directory(const char *path, const struct dirent *entry)
{
	struct stat status;

	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

void sg_file_list(struct sg_arena *arena, const char *directory, const char *suffix, bool is_deep,
                  sg_text_list *files)
{
	struct dirent **entries;
	int count = scandir(directory, &entries, NULL, by_bytes);

	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;

		if (ends_with(name, suffix)) {
			sg_vec_push(files, arena, sg_arena_printf(arena, "%s/%s", directory, name));
		} else if (is_deep && name[0] != '.') {
			const char *path = sg_arena_printf(arena, "%s/%s", directory, name);

			if (is_directory(path, entries[i]))
				sg_file_list(arena, path, suffix, true, files);
		}
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

void sg_cmd_file_list(struct sg_arena *arena, const char *directory, bool is_deep,
                      sg_text_list *files)
{
	sg_file_list(arena, directory, ".o.cmd", is_deep, files);
}
