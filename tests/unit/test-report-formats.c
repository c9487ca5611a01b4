// SPDX-License-Identifier: GPL-2.0-or-later
/* Every format of a report: hostile text stays text, limits are kept. */
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "core/rules_embedded.h"
#include "report/formats.h"
#include "report/sarif.h"
#include "tap.h"

/* A terminal command, HTML, a bracket that is no link, a byte that is no UTF-8. */
#define HOSTILE "\033[2J</script><!--<script>alert(1)[x](1)\xff\xe2\x80\xae\n"
#define HOSTILE_PLAIN "\\x1b[2J</script><!--<script>alert(1)[x](1)\\xff\\u202e\\x0a"
/* In a message of SARIF. */
#define HOSTILE_UNLINKED \
	"\\\\x1b\\[2J</script><!--<script>alert(1)\\[x\\](1)\\\\xff\\\\u202e\\\\x0a"

static struct sg_arena *arena;
static const struct sg_rules *rules;
static struct tap tap;

static struct sg_finding *add_finding(struct sg_findings *findings, enum sg_level level,
                                      uint32_t line, const char *text)
{
	struct sg_finding *finding = SG_NEW(arena, struct sg_finding);

	*finding = (struct sg_finding){
		.rule = sg_rules_find(rules, "iomem-deref"),
		.level = level,
		.place = {.file = text,
	                  .line = line,
	                  .column = 7,
	                  .macro = text,
	                  .spelling_file = ""},
		.function = text,
		.message = text,
		.producer = text,
		.unit = text,
		.identity = text,
	};
	sg_vec_push(&finding->notes, arena,
	            (struct sg_note){SG_NOTE_SOURCE, 0, finding->place, text});
	sg_vec_push(&finding->notes, arena, (struct sg_note){.kind = SG_NOTE_FIX, .text = text});
	sg_vec_push(&findings->items, arena, finding);
	return finding;
}

static bool read_hostile(void *context, struct sg_arena *to, const char *file, const char **text,
                         size_t *length)
{
	(void)context;
	(void)to;
	*text = HOSTILE HOSTILE;
	*length = strlen(*text);
	return strcmp(file, HOSTILE) == 0;
}

static const struct sg_report *report_of(const struct sg_findings *findings)
{
	return sg_report_new(arena, findings,
	                     &(struct sg_report_filter){.level = SG_LEVEL_POSSIBLE});
}

static void write(struct sg_buf *out, enum sg_format format, const struct sg_findings *findings)
{
	sg_unit_trouble_list troubles = {0};
	const struct sg_run run = {
		.version = "0.0.0",
		.command = "check",
		.policy = "mainline",
		.root = "/tree",
		.unit_count = 1,
		.troubles = &troubles,
		.rules = rules,
		.sources = sg_sources_new(arena, read_hostile, NULL),
		.text = {.all_notes_option = "--trace=full"},
	};

	sg_vec_push(&troubles, arena, (struct sg_unit_trouble){SG_UNIT_LOST, HOSTILE, HOSTILE});
	sg_buf_init(out);
	sg_report_write(out, format, report_of(findings), &run);
}

static json_t *write_json(enum sg_format format, const struct sg_findings *findings)
{
	struct sg_buf out;
	json_error_t error;
	json_t *root;

	write(&out, format, findings);
	root = json_loadb(out.data, out.length, JSON_REJECT_DUPLICATES, &error);
	TAP_OK(&tap, root != NULL, sg_format_name(format));
	sg_buf_release(&out);
	return root;
}

static const char *text_at(const json_t *root, const char *path)
{
	struct sg_buf key;
	const char *text;

	sg_buf_init(&key);
	for (const char *at = path; root && *at; at += strspn(at, "/")) {
		size_t length = strcspn(at, "/");

		sg_buf_reset(&key);
		sg_buf_add(&key, at, length);
		root = json_is_array(root) ? json_array_get(root, (size_t)atoi(key.data))
		                           : json_object_get(root, key.data);
		at += length;
	}
	sg_buf_release(&key);
	text = json_string_value(root);
	return text ? text : "(not there)";
}

/* Nothing that a terminal, a browser or an editor would take for more than text. */
static void check_bytes(enum sg_format format, const struct sg_findings *findings)
{
	struct sg_buf out, again;
	bool is_plain = true;

	write(&out, format, findings);
	write(&again, format, findings);
	for (size_t i = 0; i < out.length; i++)
		is_plain &= out.data[i] == '\n' || out.data[i] == '\t' || (unsigned char)out.data[i] >= ' ';
	TAP_OK(&tap, is_plain && !strstr(out.data, "\xff") && !strstr(out.data, "\xe2\x80\xae"),
	       "no control characters");
	TAP_IS(&tap, again.data, out.data, "the same bytes again");
	sg_buf_release(&out);
	sg_buf_release(&again);
}

static void test_hostile(void)
{
	struct sg_findings findings = {.arena = arena};
	json_t *root;

	add_finding(&findings, SG_LEVEL_LIKELY, 1, HOSTILE);
	for (int format = 0; format < SG_FORMAT_COUNT; format++)
		check_bytes((enum sg_format)format, &findings);
	root = write_json(SG_FORMAT_JSON, &findings);
	TAP_IS(&tap, text_at(root, "findings/0/message"), HOSTILE_PLAIN, "a message");
	TAP_IS(&tap, text_at(root, "findings/0/file"), HOSTILE_PLAIN, "a file name");
	TAP_IS(&tap, text_at(root, "units/lost/0/reason"), HOSTILE_PLAIN, "a reason");
	json_decref(root);
	root = write_json(SG_FORMAT_SARIF, &findings);
	TAP_IS(&tap,
	       text_at(root, "runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri"),
	       "%1B%5B2J%3C/script%3E%3C!--%3Cscript%3Ealert(1)%5Bx%5D(1)%FF%E2%80%AE%0A",
	       "the bytes of a file name in a URI");
	TAP_IS(&tap, text_at(root, "runs/0/results/0/relatedLocations/0/message/text"),
	       HOSTILE_UNLINKED, "brackets of the source make no link");
	TAP_OK(&tap,
	       strstr(text_at(root, "runs/0/results/0/message/text"), HOSTILE_UNLINKED ".\n[") !=
	               NULL,
	       "those of sglint do");
	json_decref(root);
}

static void test_gitlab(void)
{
	struct sg_findings findings = {.arena = arena};
	json_t *root;

	add_finding(&findings, SG_LEVEL_CERTAIN, 3, "a.c");
	add_finding(&findings, SG_LEVEL_CERTAIN, 3, "a.c");
	add_finding(&findings, SG_LEVEL_POSSIBLE, 9, "a.c");
	root = write_json(SG_FORMAT_GITLAB, &findings);
	TAP_OK(&tap, json_array_size(root) == 2, "a fingerprint is there once");
	TAP_IS(&tap, text_at(root, "0/severity"), "critical", "a certain error");
	TAP_IS(&tap, text_at(root, "1/severity"), "minor", "an error that is only possible");
	TAP_IS(&tap, text_at(root, "0/check_name"), "iomem-deref", "the rule");
	TAP_IS(&tap, text_at(root, "0/location/path"), "a.c", "the file");
	TAP_OK(&tap, strcmp(text_at(root, "0/fingerprint"), text_at(root, "1/fingerprint")) != 0,
	       "issues differ");
	json_decref(root);
}

static void test_sarif_limits(void)
{
	struct sg_findings findings = {.arena = arena};
	const json_t *run, *results;
	json_t *root;

	for (uint32_t i = 0; i < SG_SARIF_RESULTS; i++)
		add_finding(&findings, SG_LEVEL_POSSIBLE, i + 1, "a.c");
	add_finding(&findings, SG_LEVEL_CERTAIN, SG_SARIF_RESULTS + 1, "a.c");
	root = write_json(SG_FORMAT_SARIF, &findings);
	run = json_array_get(json_object_get(root, "runs"), 0);
	results = json_object_get(run, "results");
	TAP_OK(&tap, json_array_size(results) == SG_SARIF_RESULTS, "as many as GitHub keeps");
	TAP_IS(&tap, text_at(json_array_get(results, SG_SARIF_RESULTS - 1), "level"), "error",
	       "the surest are kept");
	TAP_IS(&tap, text_at(run, "invocations/0/toolExecutionNotifications/1/descriptor/id"),
	       "results-left-out", "a notification says so");
	json_decref(root);
}

int main(void)
{
	arena = sg_arena_new("test");
	rules = sg_rules_embedded(arena, 0);
	test_hostile();
	test_gitlab();
	test_sarif_limits();
	sg_arena_free(arena);
	return tap_done(&tap);
}
