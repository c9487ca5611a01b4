// SPDX-License-Identifier: GPL-2.0-or-later
/* sglint's own JSON; docs/report.schema.json is its schema. */
#include "report/formats.h"
#include "report/json_text.h"

/* Changes when a reader of the old form would misread the new one. */
enum { VERSION = 1 };

static void add_place(json_t *object, const struct sg_place_in_source *place)
{
	json_object_set_new(object, "file", sg_json_plain(place->file));
	json_object_set_new(object, "line", json_integer(place->line));
	json_object_set_new(object, "column", json_integer(place->column));
	if (place->macro[0])
		json_object_set_new(object, "macro", sg_json_plain(place->macro));
}

static json_t *note_to_json(const struct sg_note *note)
{
	json_t *object = json_object();

	json_object_set_new(object, "kind", json_string(sg_note_kind_name(note->kind)));
	json_object_set_new(object, "depth", json_integer(note->depth));
	if (note->place.line)
		add_place(object, &note->place);
	json_object_set_new(object, "text", sg_json_plain(note->text));
	return object;
}

static json_t *finding_to_json(const struct sg_report_item *item)
{
	const struct sg_finding *finding = item->finding;
	json_t *object = json_object();
	json_t *notes = json_array();

	json_object_set_new(object, "rule", json_string(finding->rule->id));
	json_object_set_new(object, "severity",
	                    json_string(sg_severity_name(finding->rule->severity)));
	json_object_set_new(object, "level", json_string(sg_level_name(finding->level)));
	add_place(object, &finding->place);
	json_object_set_new(object, "function", sg_json_plain(finding->function));
	json_object_set_new(object, "unit", sg_json_plain(finding->unit));
	json_object_set_new(object, "message", sg_json_plain(finding->message));
	json_object_set_new(object, "producer", sg_json_plain(finding->producer));
	json_object_set_new(object, "fingerprint", json_string(item->fingerprint.text));
	for (uint32_t i = 0; i < finding->notes.count; i++)
		json_array_append_new(notes, note_to_json(&finding->notes.items[i]));
	json_object_set_new(object, "notes", notes);
	return object;
}

static json_t *units_to_json(const struct sg_run *run)
{
	json_t *object = json_object();

	json_object_set_new(object, "analysed", json_integer(run->unit_count));
	for (int kind = 0; kind < SG_UNIT_TROUBLE_COUNT; kind++)
		json_object_set_new(object, sg_unit_trouble_name((enum sg_unit_trouble_kind)kind),
		                    json_array());
	for (uint32_t i = 0; i < run->troubles->count; i++) {
		const struct sg_unit_trouble *trouble = &run->troubles->items[i];
		json_t *entry = json_object();

		json_object_set_new(entry, "name", sg_json_plain(trouble->name));
		json_object_set_new(entry, "reason", sg_json_plain(trouble->reason));
		json_array_append_new(json_object_get(object, sg_unit_trouble_name(trouble->kind)),
		                      entry);
	}
	return object;
}

static json_t *run_to_json(const struct sg_run *run)
{
	json_t *object = json_object();

	sg_json_set_run(object, run);
	if (run->root)
		json_object_set_new(object, "root", sg_json_plain(run->root));
	return object;
}

static json_t *counts_to_json(const struct sg_report *report)
{
	json_t *object = json_object();
	uint32_t before = 0;

	for (int level = 0; level < SG_LEVEL_COUNT; level++) {
		uint32_t count = sg_report_count(report, (enum sg_level)level);

		json_object_set_new(object, sg_level_name((enum sg_level)level),
		                    json_integer(count - before));
		before = count;
	}
	return object;
}

json_t *sg_json_report(const struct sg_report *report, const struct sg_run *run)
{
	json_t *root = json_object();
	json_t *findings = json_array();

	json_object_set_new(root, "version", json_integer(VERSION));
	json_object_set_new(root, "tool",
	                    json_pack("{s:s, s:s}", "name", "sglint", "version", run->version));
	json_object_set_new(root, "run", run_to_json(run));
	json_object_set_new(root, "units", units_to_json(run));
	json_object_set_new(root, "counts", counts_to_json(report));
	for (uint32_t i = 0; i < report->items.count; i++)
		json_array_append_new(findings, finding_to_json(&report->items.items[i]));
	json_object_set_new(root, "findings", findings);
	return root;
}

void sg_report_json(struct sg_buf *out, const struct sg_report *report, const struct sg_run *run)
{
	sg_json_add_take(out, sg_json_report(report, run), 1);
}
