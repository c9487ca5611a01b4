// SPDX-License-Identifier: GPL-2.0-or-later
/* Files by the hash of their names, each with the starts of its lines. */
#include "report/sources.h"

#include <string.h>

#include "base/map.h"
#include "base/vec.h"

struct file {
	const char *text;
	size_t length;
	SG_VEC(size_t) starts; /* of the lines */
};

struct sg_sources {
	struct sg_arena *arena;
	sg_source_read *read;
	void *context;
	struct sg_map index; /* hash of the name to an element of 'files' */
	SG_VEC(struct file *) files;
};

struct sg_sources *sg_sources_new(struct sg_arena *arena, sg_source_read *read, void *context)
{
	struct sg_sources *sources = SG_NEW(arena, struct sg_sources);

	sources->arena = arena;
	sources->read = read;
	sources->context = context;
	sg_map_init(&sources->index, arena);
	return sources;
}

static void split(struct sg_arena *arena, struct file *file)
{
	const char *end = file->text + file->length;
	const char *at = file->text;

	while (at < end) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));

		sg_vec_push(&file->starts, arena, (size_t)(at - file->text));
		at = newline ? newline + 1 : end;
	}
}

/* A file that cannot be had is one without lines. */
static const struct file *find(struct sg_sources *sources, const char *name)
{
	uint64_t key = sg_hash_bytes(name, strlen(name));
	struct file *file;
	uint64_t index;

	if (sg_map_get(&sources->index, key, &index))
		return sources->files.items[index];
	file = SG_NEW(sources->arena, struct file);
	if (sources->read(sources->context, sources->arena, name, &file->text, &file->length))
		split(sources->arena, file);
	sg_map_put(&sources->index, key, sources->files.count);
	sg_vec_push(&sources->files, sources->arena, file);
	return file;
}

uint32_t sg_sources_line_count(struct sg_sources *sources, const char *file)
{
	return find(sources, file)->starts.count;
}

const char *sg_sources_line(struct sg_sources *sources, const char *name, uint32_t line,
                            size_t *length)
{
	const struct file *file = find(sources, name);
	const char *start, *end;

	if (line == 0 || line > file->starts.count)
		return NULL;
	start = file->text + file->starts.items[line - 1];
	end = line < file->starts.count ? file->text + file->starts.items[line]
	                                : file->text + file->length;
	while (end > start && (end[-1] == '\n' || end[-1] == '\r'))
		end--;
	*length = (size_t)(end - start);
	return start;
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

uint32_t sg_sources_word(struct sg_sources *sources, const char *file, uint32_t line,
                         uint32_t column)
{
	size_t length;
	const char *text = sg_sources_line(sources, file, line, &length);
	uint32_t end = column;

	if (!text || column == 0 || column > length)
		return 0;
	while (end <= length && is_word(text[end - 1]))
		end++;
	return end > column ? end - column : 1;
}
