// SPDX-License-Identifier: GPL-2.0-or-later
/* A finding as a SARIF result: its place, its flow, and what it is known by. */
#include <string.h>

#include "report/plain.h"
#include "report/sarif.h"

/* Characters a path may have in a URI as they are (RFC 3986). */
static bool is_uri_character(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c && strchr("-._~/!$&'()*+,;=@", c));
}

json_t *sg_sarif_artifact(const char *file)
{
	bool is_absolute = file[0] == '/';
	struct sg_buf uri;
	json_t *object;

	sg_buf_init(&uri);
	sg_buf_adds(&uri, is_absolute ? "file://" : "");
	for (const char *p = file; *p; p++)
		sg_buf_addf(&uri, is_uri_character(*p) ? "%c" : "%%%02X", (unsigned char)*p);
	object = json_pack("{s:s}", "uri", uri.data);
	sg_buf_release(&uri);
	if (!is_absolute)
		json_object_set_new(object, "uriBaseId", json_string(SG_SARIF_ROOT));
	return object;
}

/* Message text in which brackets are no links (SARIF 3.11.6). */
static void add_unlinked(struct sg_buf *out, const char *text)
{
	struct sg_buf plain;

	sg_buf_init(&plain);
	sg_add_plain(&plain, text);
	for (const char *p = plain.data; *p; p++) {
		if (strchr("[]\\", *p))
			sg_buf_addc(out, '\\');
		sg_buf_addc(out, *p);
	}
	sg_buf_release(&plain);
}

json_t *sg_sarif_message(const char *text)
{
	struct sg_buf escaped;
	json_t *object;

	sg_buf_init(&escaped);
	add_unlinked(&escaped, text);
	object = json_pack("{s:s%}", "text", escaped.data, escaped.length);
	sg_buf_release(&escaped);
	return object;
}

/* UTF-16 code units in 'length' bytes of UTF-8; a byte that is none counts as one. */
static uint32_t utf16_length(const char *text, size_t length)
{
	uint32_t units = 0;

	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];

		if ((c & 0xc0) != 0x80)
			units += c >= 0xf0 ? 2 : 1;
	}
	return units;
}

/* One line, from the place to the end of the word there. */
static json_t *region(const struct sg_place_in_source *place, struct sg_sources *sources)
{
	uint32_t word = sg_sources_word(sources, place->file, place->line, place->column);
	json_t *object = json_pack("{s:I}", "startLine", (json_int_t)place->line);
	uint32_t column = place->column;
	const char *line;
	size_t length;

	if (column == 0)
		return object;
	line = sg_sources_line(sources, place->file, place->line, &length);
	if (line && column - 1 <= length)
		column = 1 + utf16_length(line, column - 1);
	json_object_set_new(object, "startColumn", json_integer(column));
	json_object_set_new(object, "endLine", json_integer(place->line));
	json_object_set_new(object, "endColumn", json_integer(column + (word ? word : 1)));
	return object;
}

static json_t *location(const struct sg_place_in_source *place, const char *text,
                        const struct sg_run *run)
{
	json_t *object =
		json_pack("{s:{s:o, s:o}}", "physicalLocation", "artifactLocation",
	                  sg_sarif_artifact(place->file), "region", region(place, run->sources));

	if (text)
		json_object_set_new(object, "message", sg_sarif_message(text));
	return object;
}

/* Words of SARIF 3.38.8. */
static json_t *step_kinds(enum sg_note_kind kind)
{
	static const char *const words[SG_NOTE_KIND_COUNT] = {
		[SG_NOTE_SOURCE] = "acquire", [SG_NOTE_HOP] = "value",     [SG_NOTE_CALL] = "call",
		[SG_NOTE_GUARD] = "branch",   [SG_NOTE_ACCESS] = "memory", [SG_NOTE_FIX] = "memory",
	};

	return json_pack("[s]", words[kind]);
}

static json_t *flow_step(const struct sg_place_in_source *place, const char *text,
                         enum sg_note_kind kind, uint32_t depth, const struct sg_run *run)
{
	bool is_end = kind == SG_NOTE_SOURCE || kind == SG_NOTE_ACCESS;

	return json_pack("{s:o, s:o, s:I, s:s}", "location", location(place, text, run), "kinds",
	                 step_kinds(kind), "nestingLevel", (json_int_t)depth, "importance",
	                 is_end ? "essential" : "important");
}

/* From the memory's source to the access; the fix is no step. */
static json_t *code_flows(const struct sg_finding *finding, const struct sg_run *run)
{
	json_t *steps = json_array();
	bool has_access = false;

	for (uint32_t i = 0; i < finding->notes.count; i++) {
		const struct sg_note *note = &finding->notes.items[i];

		if (!note->place.line || json_array_size(steps) == SG_SARIF_FLOW_STEPS - 1)
			continue;
		json_array_append_new(
			steps, flow_step(&note->place, note->text, note->kind, note->depth, run));
		has_access |= note->kind == SG_NOTE_ACCESS;
	}
	if (!has_access)
		json_array_append_new(steps, flow_step(&finding->place, finding->message,
		                                       SG_NOTE_ACCESS, 0, run));
	return json_pack("[{s:[{s:o}]}]", "threadFlows", "locations", steps);
}

/* Steps that say something about the memory; the calls between are in the flow. */
static bool is_related(const struct sg_note *note)
{
	return note->place.line && note->kind != SG_NOTE_CALL && note->kind != SG_NOTE_FIX;
}

static json_t *related_locations(const struct sg_finding *finding, const struct sg_run *run)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < finding->notes.count; i++) {
		const struct sg_note *note = &finding->notes.items[i];
		json_t *object;

		if (!is_related(note) || json_array_size(list) == SG_SARIF_RELATED)
			continue;
		object = location(&note->place, note->text, run);
		json_object_set_new(object, "id",
		                    json_integer((json_int_t)json_array_size(list) + 1));
		json_array_append_new(list, object);
	}
	return list;
}

/* The finding as a sentence, links to the related locations, what to write instead. */
static json_t *message(const struct sg_finding *finding)
{
	struct sg_buf text;
	uint32_t id = 0;
	json_t *object;

	sg_buf_init(&text);
	add_unlinked(&text, finding->message);
	sg_buf_adds(&text, finding->level == SG_LEVEL_POSSIBLE ? " (possible)." : ".");
	for (uint32_t i = 0; i < finding->notes.count; i++) {
		const struct sg_note *note = &finding->notes.items[i];

		if (is_related(note) && id < SG_SARIF_RELATED) {
			sg_buf_adds(&text, "\n[");
			add_unlinked(&text, note->text);
			sg_buf_addf(&text, "](%u).", ++id);
		} else if (note->kind == SG_NOTE_FIX) {
			sg_buf_adds(&text, "\nInstead: ");
			add_unlinked(&text, note->text);
			sg_buf_addc(&text, '.');
		}
	}
	object = json_pack("{s:s%}", "text", text.data, text.length);
	sg_buf_release(&text);
	return object;
}

/* Of something that is only possible nobody shall say that it is an error. */
static const char *result_level(const struct sg_finding *finding)
{
	return finding->level == SG_LEVEL_POSSIBLE ? sg_sarif_level(SG_SEVERITY_NOTE)
	                                           : sg_sarif_level(finding->rule->severity);
}

json_t *sg_sarif_result(const struct sg_report_item *item, const struct sg_run *run)
{
	const struct sg_finding *finding = item->finding;
	const char *fingerprint = item->fingerprint.text + sizeof(SG_FINGERPRINT_VERSION);
	json_t *place = location(&finding->place, NULL, run);

	json_object_set_new(place, "logicalLocations",
	                    json_pack("[{s:o, s:s}]", "name", sg_json_plain(finding->function),
	                              "kind", "function"));
	return json_pack("{s:s, s:I, s:s, s:o, s:[o], s:o, s:o, s:{s:s}, s:{s:s, s:o, s:o}}",
	                 "ruleId", finding->rule->id, "ruleIndex",
	                 (json_int_t)sg_sarif_rule_index(run->rules, finding->rule), "level",
	                 result_level(finding), "message", message(finding), "locations", place,
	                 "codeFlows", code_flows(finding, run), "relatedLocations",
	                 related_locations(finding, run), "partialFingerprints",
	                 SG_FINGERPRINT_VERSION, fingerprint, "properties", "level",
	                 sg_level_name(finding->level), "producer",
	                 sg_json_plain(finding->producer), "unit", sg_json_plain(finding->unit));
}
