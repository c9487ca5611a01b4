// SPDX-License-Identifier: GPL-2.0-or-later
/* Joins and takes apart file names. */
#include "driver/path.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

/* Takes the last component of 'out' away; false when there is none to take. */
static bool drop_component(struct sg_buf *out, size_t start)
{
	size_t length = out->length;

	while (length > start && out->data[length - 1] != '/')
		length--;
	if (out->length == start || strcmp(out->data + length, "..") == 0)
		return false;
	out->length = length > start ? length - 1 : start;
	out->data[out->length] = '\0';
	return true;
}

/* Appends the components of 'path' to 'out', whose first 'start' bytes are the root. */
static void add_components(struct sg_buf *out, size_t start, const char *path)
{
	while (*path) {
		size_t length = strcspn(path, "/");
		bool is_up = length == 2 && path[0] == '.' && path[1] == '.';
		bool is_empty = length == 0 || (length == 1 && path[0] == '.');

		/* "/.." is "/"; the ".." that lead out of a relative path stay. */
		if (!is_empty && !(is_up && (drop_component(out, start) || start > 0))) {
			if (out->length > start)
				sg_buf_addc(out, '/');
			sg_buf_add(out, path, length);
		}
		path += length;
		path += *path == '/';
	}
}

const char *sg_path_join(struct sg_arena *arena, const char *directory, const char *path)
{
	bool is_absolute = path[0] == '/' || directory[0] == '/';
	const char *result;
	struct sg_buf out;

	sg_buf_init(&out);
	if (is_absolute)
		sg_buf_addc(&out, '/');
	if (path[0] != '/')
		add_components(&out, is_absolute, directory);
	add_components(&out, is_absolute, path);
	result = out.length ? sg_arena_strdup(arena, out.data) : ".";
	sg_buf_release(&out);
	return result;
}

const char *sg_path_below(const char *path, const char *directory)
{
	size_t length = strlen(directory);

	if (strncmp(path, directory, length) != 0)
		return NULL;
	if (!path[length])
		return path + length;
	if (length > 0 && directory[length - 1] == '/')
		return path + length;
	return path[length] == '/' ? path + length + 1 : NULL;
}

const char *sg_path_directory(struct sg_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return ".";
	return slash == path ? "/" : sg_arena_strndup(arena, path, (size_t)(slash - path));
}

const char *sg_path_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

const char *sg_path_current(struct sg_arena *arena)
{
	char *current = getcwd(NULL, 0);
	const char *result = sg_arena_strdup(arena, current ? current : "/");

	free(current);
	return result;
}
