// SPDX-License-Identifier: GPL-2.0-or-later
/* One line for a finding, one for each note of its story. */
#include "report/report_text.h"

#include <stdlib.h>
#include <string.h>

#include "report/plain.h"

/* gcc's and clang's colours. */
static const char *const severity_colors[] = {
	[SG_SEVERITY_NOTE] = "\033[1;36m",
	[SG_SEVERITY_WARNING] = "\033[1;35m",
	[SG_SEVERITY_ERROR] = "\033[1;31m",
};
static const char bold[] = "\033[1m";
static const char plain[] = "\033[0m";

struct writer {
	struct sg_buf *out;
	const struct sg_report_options *options;
};

static void add_color(const struct writer *w, const char *color)
{
	if (w->options->is_colored)
		sg_buf_adds(w->out, color);
}

static void add_path(const struct writer *w, const char *path)
{
	const char *prefix = w->options->path_prefix;

	if (prefix && prefix[0] && path[0] != '/') {
		sg_add_plain(w->out, prefix);
		if (prefix[strlen(prefix) - 1] != '/')
			sg_buf_addc(w->out, '/');
	}
	sg_add_plain(w->out, path);
}

/* "drivers/x/y.c:123:7: warning: " */
static void add_head(const struct writer *w, const struct sg_place_in_source *place,
                     enum sg_severity severity)
{
	add_color(w, bold);
	add_path(w, place->file);
	sg_buf_addf(w->out, ":%u:%u: ", place->line, place->column);
	add_color(w, plain);
	if (w->options->diagnostic_prefix)
		sg_add_plain(w->out, w->options->diagnostic_prefix);
	add_color(w, severity_colors[severity]);
	sg_buf_addf(w->out, "%s: ", sg_severity_name(severity));
	add_color(w, plain);
}

static void add_primary(const struct writer *w, const struct sg_report_item *item)
{
	const struct sg_finding *finding = item->finding;

	add_head(w, &finding->place, SG_SEVERITY_WARNING);
	add_color(w, bold);
	sg_add_plain(w->out, finding->message);
	add_color(w, plain);
	if (finding->level == SG_LEVEL_POSSIBLE)
		sg_buf_adds(w->out, " (possible)");
	sg_buf_addf(w->out, " [%s]", finding->rule->id);
	if (w->options->has_fingerprints)
		sg_buf_addf(w->out, " %s", item->fingerprint.text);
	sg_buf_addc(w->out, '\n');
}

/* The text is indented, not the line: programs read its start. */
static void add_note(const struct writer *w, const struct sg_finding *finding,
                     const struct sg_note *note)
{
	/* A fix has no place of its own; a line without one would be lost to programs. */
	const struct sg_place_in_source *place = note->place.line ? &note->place : &finding->place;

	add_head(w, place, SG_SEVERITY_NOTE);
	for (uint32_t i = 0; i < note->depth; i++)
		sg_buf_adds(w->out, "  ");
	sg_add_plain(w->out, note->text);
	if (w->options->has_all_notes && place->macro[0]) {
		sg_buf_adds(w->out, " (in macro '");
		sg_add_plain(w->out, place->macro);
		sg_buf_adds(w->out, "')");
	}
	sg_buf_addc(w->out, '\n');
}

/*
 * How much a note tells that the finding itself does not, from 0, the most.
 * Of the hops the first is where the qualifier was lost.
 */
static uint32_t rank_of(const struct sg_note *note, bool is_first_hop)
{
	switch (note->kind) {
	case SG_NOTE_SOURCE:
		return 0;
	case SG_NOTE_ACCESS:
		return 1;
	case SG_NOTE_FIX:
		return 2;
	case SG_NOTE_HOP:
		return is_first_hop ? 3 : 6;
	case SG_NOTE_GUARD:
		return 4;
	case SG_NOTE_CALL:
		return 5;
	case SG_NOTE_KIND_COUNT:
		break;
	}
	return 7;
}

struct ranked {
	uint32_t rank;
	uint32_t index; /* among the notes */
};

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

/* Sets shown[i] for the 'room' notes that tell most. */
static void choose(const struct sg_finding *finding, uint32_t room, bool *shown)
{
	uint32_t count = finding->notes.count;
	struct ranked *order = calloc(count, sizeof(*order));
	bool has_hop = false;

	if (!order)
		sg_bug("out of memory for %u notes", count);
	for (uint32_t i = 0; i < count; i++) {
		const struct sg_note *note = &finding->notes.items[i];

		order[i] = (struct ranked){rank_of(note, !has_hop), i};
		has_hop |= note->kind == SG_NOTE_HOP;
	}
	qsort(order, count, sizeof(*order), by_rank);
	for (uint32_t i = 0; i < room; i++)
		shown[order[i].index] = true;
	free(order);
}

static void add_chosen_notes(const struct writer *w, const struct sg_finding *finding)
{
	enum { ROOM = SG_REPORT_TEXT_NOTES - 1 }; /* the last line says how many are left out */
	uint32_t count = finding->notes.count;
	bool *shown = calloc(count, sizeof(*shown));

	if (!shown)
		sg_bug("out of memory for %u notes", count);
	choose(finding, ROOM, shown);
	for (uint32_t i = 0; i < count; i++) {
		if (shown[i])
			add_note(w, finding, &finding->notes.items[i]);
	}
	free(shown);
	add_head(w, &finding->place, SG_SEVERITY_NOTE);
	sg_buf_addf(w->out, "... %u more steps (%s)\n", count - ROOM, w->options->all_notes_option);
}

static void add_notes(const struct writer *w, const struct sg_finding *finding)
{
	if (finding->notes.count > SG_REPORT_TEXT_NOTES && !w->options->has_all_notes) {
		add_chosen_notes(w, finding);
		return;
	}
	for (uint32_t i = 0; i < finding->notes.count; i++)
		add_note(w, finding, &finding->notes.items[i]);
}

void sg_report_text(struct sg_buf *out, const struct sg_report *report,
                    const struct sg_report_options *options)
{
	struct writer w = {out, options};

	for (uint32_t i = 0; i < report->items.count; i++) {
		add_primary(&w, &report->items.items[i]);
		add_notes(&w, report->items.items[i].finding);
	}
}
