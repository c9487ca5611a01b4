// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * One self-contained page: the JSON report with the source around its places
 * and the rules' texts, and the script that shows them.  Nothing from the tree
 * is markup: it is in the JSON only, and the script makes text nodes of it.
 */
#include <stdlib.h>
#include <string.h>

#include "report/formats.h"
#include "report/html_page.h"
#include "report/json_text.h"
#include "report/plain.h"

enum {
	CONTEXT = 4,        /* lines shown before and after a place */
	LINE_LENGTH = 1000, /* bytes of a line that are shown */
};

/* A line that has a place on it. */
struct mark {
	const char *file;
	uint32_t line;
};

typedef SG_VEC(struct mark) mark_list;

static int by_file_and_line(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;
	int order = strcmp(x->file, y->file);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

static void collect_marks(struct sg_arena *arena, const struct sg_report *report, mark_list *marks)
{
	for (uint32_t i = 0; i < report->items.count; i++) {
		const struct sg_finding *finding = report->items.items[i].finding;

		sg_vec_push(marks, arena, (struct mark){finding->place.file, finding->place.line});
		for (uint32_t k = 0; k < finding->notes.count; k++) {
			const struct sg_place_in_source *place = &finding->notes.items[k].place;

			if (place->line)
				sg_vec_push(marks, arena, (struct mark){place->file, place->line});
		}
	}
	if (marks->count > 0)
		qsort(marks->items, marks->count, sizeof(marks->items[0]), by_file_and_line);
}

/* Whole characters of 'text' within the length that is shown. */
static size_t cut(const char *text, size_t length)
{
	if (length <= LINE_LENGTH)
		return length;
	length = LINE_LENGTH;
	while (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80)
		length--;
	return length;
}

/* Tabs stay: they are the indentation. */
static json_t *line_to_json(struct sg_arena *arena, const char *line, size_t length)
{
	char *text = sg_arena_strndup(arena, line, cut(line, length));
	struct sg_buf plain;
	json_t *string;

	sg_buf_init(&plain);
	for (char *at = text, *end = text; end; at = end + 1) {
		end = strchr(at, '\t');
		if (end)
			*end = '\0';
		sg_add_plain(&plain, at);
		if (end)
			sg_buf_addc(&plain, '\t');
	}
	string = json_stringn(plain.data, plain.length);
	sg_buf_release(&plain);
	return string;
}

/* [first line, its text, the text of the next, ...] */
static json_t *hunk_to_json(struct sg_arena *arena, struct sg_sources *sources, const char *file,
                            uint32_t first, uint32_t last)
{
	json_t *hunk = json_pack("[I]", (json_int_t)first);

	for (uint32_t number = first; number <= last; number++) {
		size_t length;
		const char *line = sg_sources_line(sources, file, number, &length);

		json_array_append_new(hunk, line_to_json(arena, line, length));
	}
	return hunk;
}

/* The hunks around a file's marks; those that touch are one.  Returns how many marks there are. */
static uint32_t add_file(struct sg_arena *arena, struct sg_sources *sources,
                         const struct mark *marks, uint32_t count, json_t *files)
{
	const char *file = marks[0].file;
	uint32_t lines = sg_sources_line_count(sources, file), at = 0;
	json_t *hunks = json_array();

	while (at < count && strcmp(marks[at].file, file) == 0) {
		uint32_t line = marks[at].line;
		uint32_t first = line > CONTEXT ? line - CONTEXT : 1, last = line + CONTEXT;

		while (++at < count && strcmp(marks[at].file, file) == 0 &&
		       marks[at].line <= last + CONTEXT + 1)
			last = marks[at].line + CONTEXT;
		if (first <= lines)
			json_array_append_new(hunks, hunk_to_json(arena, sources, file, first,
			                                          last < lines ? last : lines));
	}
	json_array_append_new(files,
	                      json_pack("{s:o, s:o}", "file", sg_json_plain(file), "hunks", hunks));
	return at;
}

static json_t *sources_to_json(const struct sg_report *report, struct sg_sources *sources)
{
	struct sg_arena *arena = sg_arena_new("HTML report");
	json_t *files = json_array();
	mark_list marks = {0};

	collect_marks(arena, report, &marks);
	for (uint32_t at = 0; at < marks.count;)
		at += add_file(arena, sources, &marks.items[at], marks.count - at, files);
	sg_arena_free(arena);
	return files;
}

static json_t *rule_to_json(const struct sg_rule *rule)
{
	json_t *references = json_array();

	for (uint32_t i = 0; i < rule->reference_count; i++)
		json_array_append_new(references, json_string(rule->references[i]));
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "id", rule->id, "title",
	                 rule->title, "severity", sg_severity_name(rule->severity), "why",
	                 rule->why, "bad", rule->bad, "good", rule->good, "fix", rule->fix,
	                 "references", references);
}

/* JSON inside of a script element: without '<' nothing in it can end the element. */
static void add_data(struct sg_buf *out, const struct sg_report *report, const struct sg_run *run)
{
	json_t *root = sg_json_report(report, run), *rules = json_array();
	struct sg_buf text;

	for (uint32_t i = 0; i < sg_rules_count(run->rules); i++)
		json_array_append_new(rules, rule_to_json(sg_rules_at(run->rules, i)));
	json_object_set_new(root, "rules", rules);
	json_object_set_new(root, "sources", sources_to_json(report, run->sources));
	sg_buf_init(&text);
	sg_json_add_take(&text, root, 0);
	for (const char *at = text.data; *at;) {
		size_t length = strcspn(at, "<");

		sg_buf_add(out, at, length);
		at += length;
		if (*at) {
			sg_buf_adds(out, "\\u003c");
			at++;
		}
	}
	sg_buf_release(&text);
}

static bool is_line(const char *line, size_t length, const char *wanted)
{
	return strlen(wanted) == length && memcmp(line, wanted, length) == 0;
}

void sg_report_html(struct sg_buf *out, const struct sg_report *report, const struct sg_run *run)
{
	for (const char *line = sg_page_html; *line;) {
		size_t length = strcspn(line, "\n");

		if (is_line(line, length, "@style@")) {
			sg_buf_adds(out, sg_page_css);
		} else if (is_line(line, length, "@data@")) {
			add_data(out, report, run);
		} else if (is_line(line, length, "@script@")) {
			sg_buf_adds(out, sg_page_js);
		} else {
			sg_buf_add(out, line, length);
			sg_buf_addc(out, '\n');
		}
		line += length + (line[length] == '\n');
	}
}
