// SPDX-License-Identifier: GPL-2.0-or-later
/* Text reports: shape, choice of notes, filters, fingerprints, hostile text. */
#include <string.h>

#include "report/plain.h"
#include "report/report_text.h"
#include "tap.h"

static struct sg_arena *arena;
static struct tap tap;

static const struct sg_rule deref = {.id = "iomem-deref", .severity = SG_SEVERITY_WARNING};
static const struct sg_rule escape = {.id = "iomem-escape", .severity = SG_SEVERITY_ERROR};

static struct sg_place_in_source place_at(uint32_t line, uint32_t column)
{
	return (struct sg_place_in_source){.file = "drivers/x/y.c",
	                                   .line = line,
	                                   .column = column,
	                                   .macro = "",
	                                   .spelling_file = ""};
}

static struct sg_finding *add_finding(struct sg_findings *findings, const struct sg_rule *rule,
                                      enum sg_level level, uint32_t line)
{
	struct sg_finding *finding = SG_NEW(arena, struct sg_finding);

	*finding = (struct sg_finding){
		.rule = rule,
		.level = level,
		.place = place_at(line, 7),
		.function = "probe",
		.message = "read of I/O memory",
		.producer = "ioremap()",
		.unit = "drivers/x/y.o",
		.identity = "deref|base|ioremap",
	};
	sg_vec_push(&findings->items, arena, finding);
	return finding;
}

static void add_note(struct sg_finding *finding, enum sg_note_kind kind, uint32_t depth,
                     uint32_t line, const char *text)
{
	struct sg_note note = {.kind = kind, .depth = depth, .text = text};

	if (line)
		note.place = place_at(line, 3);
	sg_vec_push(&finding->notes, arena, note);
}

static const struct sg_report *report_of(const struct sg_findings *findings, enum sg_level level)
{
	return sg_report_new(arena, findings, &(struct sg_report_filter){.level = level});
}

static void check_text(const struct sg_findings *findings, const struct sg_report_options *options,
                       const char *wanted, const char *name)
{
	struct sg_buf text;

	sg_buf_init(&text);
	sg_report_text(&text, report_of(findings, SG_LEVEL_POSSIBLE), options);
	TAP_IS(&tap, text.data, wanted, name);
	sg_buf_release(&text);
}

static void test_shape(void)
{
	struct sg_findings findings = {.arena = arena};
	struct sg_finding *finding = add_finding(&findings, &escape, SG_LEVEL_POSSIBLE, 123);

	check_text(&findings, &(struct sg_report_options){0},
	           "drivers/x/y.c:123:7: warning: read of I/O memory (possible) [iomem-escape]\n",
	           "a finding is one line");
	add_note(finding, SG_NOTE_SOURCE, 0, 100, "ioremap() here");
	add_note(finding, SG_NOTE_HOP, 1, 110, "the cast drops __iomem");
	add_note(finding, SG_NOTE_FIX, 0, 0, "use readl()");
	check_text(&findings, &(struct sg_report_options){.path_prefix = "/src"},
	           "/src/drivers/x/y.c:123:7: warning: read of I/O memory (possible) "
	           "[iomem-escape]\n"
	           "/src/drivers/x/y.c:100:3: note: ioremap() here\n"
	           "/src/drivers/x/y.c:110:3: note:   the cast drops __iomem\n"
	           "/src/drivers/x/y.c:123:7: note: use readl()\n",
	           "notes are indented by depth, a fix has the finding's place");
	finding->notes.count = 0;
	check_text(&findings,
	           &(struct sg_report_options){.is_colored = true, .diagnostic_prefix = "sparse: "},
	           "\033[1mdrivers/x/y.c:123:7: \033[0msparse: \033[1;35mwarning: \033[0m"
	           "\033[1mread of I/O memory\033[0m (possible) [iomem-escape]\n",
	           "colours and sparse's prefix");
}

static void test_choice(void)
{
	struct sg_findings findings = {.arena = arena};
	struct sg_finding *finding = add_finding(&findings, &deref, SG_LEVEL_LIKELY, 9);
	struct sg_report_options options = {.all_notes_option = "--trace=full"};

	add_note(finding, SG_NOTE_SOURCE, 0, 1, "source");
	add_note(finding, SG_NOTE_HOP, 0, 2, "lost");
	add_note(finding, SG_NOTE_HOP, 0, 3, "hop");
	add_note(finding, SG_NOTE_CALL, 0, 4, "call");
	add_note(finding, SG_NOTE_HOP, 1, 5, "hop");
	add_note(finding, SG_NOTE_GUARD, 1, 6, "guard");
	add_note(finding, SG_NOTE_ACCESS, 1, 7, "access");
	add_note(finding, SG_NOTE_FIX, 0, 0, "fix");
	check_text(&findings, &options,
	           "drivers/x/y.c:9:7: warning: read of I/O memory [iomem-deref]\n"
	           "drivers/x/y.c:1:3: note: source\n"
	           "drivers/x/y.c:2:3: note: lost\n"
	           "drivers/x/y.c:4:3: note: call\n"
	           "drivers/x/y.c:6:3: note:   guard\n"
	           "drivers/x/y.c:7:3: note:   access\n"
	           "drivers/x/y.c:9:7: note: fix\n"
	           "drivers/x/y.c:9:7: note: ... 2 more steps (--trace=full)\n",
	           "seven notes, the most telling ones");
	finding->notes.items[0].place.macro = "MAP";
	options.has_all_notes = true;
	check_text(&findings, &options,
	           "drivers/x/y.c:9:7: warning: read of I/O memory [iomem-deref]\n"
	           "drivers/x/y.c:1:3: note: source (in macro 'MAP')\n"
	           "drivers/x/y.c:2:3: note: lost\n"
	           "drivers/x/y.c:3:3: note: hop\n"
	           "drivers/x/y.c:4:3: note: call\n"
	           "drivers/x/y.c:5:3: note:   hop\n"
	           "drivers/x/y.c:6:3: note:   guard\n"
	           "drivers/x/y.c:7:3: note:   access\n"
	           "drivers/x/y.c:9:7: note: fix\n",
	           "all notes");
}

static void test_filter(void)
{
	static const char *const only[] = {"iomem-escape"};
	struct sg_findings findings = {.arena = arena};
	const struct sg_report *report;

	add_finding(&findings, &deref, SG_LEVEL_CERTAIN, 1);
	add_finding(&findings, &deref, SG_LEVEL_POSSIBLE, 2);
	add_finding(&findings, &escape, SG_LEVEL_LIKELY, 3);
	TAP_OK(&tap, report_of(&findings, SG_LEVEL_LIKELY)->items.count == 2, "a level");
	report = sg_report_new(arena, &findings,
	                       &(struct sg_report_filter){
				       .level = SG_LEVEL_POSSIBLE, .rules = only, .rule_count = 1});
	TAP_OK(&tap, report->items.count == 1 && report->items.items[0].finding->rule == &escape,
	       "one rule only");
	report = sg_report_new(arena, &findings,
	                       &(struct sg_report_filter){.level = SG_LEVEL_POSSIBLE,
	                                                  .no_rules = only,
	                                                  .no_rule_count = 1});
	TAP_OK(&tap, report->items.count == 2, "all but one rule");
	TAP_OK(&tap,
	       sg_report_count(report, SG_LEVEL_CERTAIN) == 1 &&
	               sg_report_count(report, SG_LEVEL_POSSIBLE) == 2,
	       "counted by level");
}

static const char *fingerprint_of(const struct sg_report *report, uint32_t index)
{
	return report->items.items[index].fingerprint.text;
}

static void test_fingerprints(void)
{
	struct sg_findings findings = {.arena = arena}, moved = {.arena = arena};
	const struct sg_report *report, *other;

	add_finding(&findings, &deref, SG_LEVEL_POSSIBLE, 10);
	add_finding(&findings, &deref, SG_LEVEL_LIKELY, 20);
	add_finding(&findings, &deref, SG_LEVEL_LIKELY, 20);
	add_finding(&findings, &escape, SG_LEVEL_LIKELY, 20);
	report = report_of(&findings, SG_LEVEL_POSSIBLE);
	TAP_IS(&tap, fingerprint_of(report, 0), "sglint/v1:ff2a14b63ad7c6913bdea1ad0871d746",
	       "the hash of version 1 stays what it is");
	TAP_OK(&tap, strcmp(fingerprint_of(report, 0), fingerprint_of(report, 1)) != 0,
	       "repeats in a function differ");
	TAP_IS(&tap, fingerprint_of(report, 2), fingerprint_of(report, 1),
	       "one place met twice is one finding");
	TAP_OK(&tap, strcmp(fingerprint_of(report, 1), fingerprint_of(report, 3)) != 0,
	       "rules differ");
	other = report_of(&findings, SG_LEVEL_LIKELY);
	TAP_IS(&tap, fingerprint_of(other, 0), fingerprint_of(report, 1),
	       "a filter does not renumber");
	add_finding(&moved, &deref, SG_LEVEL_LIKELY, 4711);
	TAP_IS(&tap, fingerprint_of(report_of(&moved, SG_LEVEL_LIKELY), 0),
	       fingerprint_of(report, 0), "lines do not count");
}

static void check_plain(const char *text, const char *wanted, const char *name)
{
	struct sg_buf out;

	sg_buf_init(&out);
	sg_add_plain(&out, text);
	TAP_IS(&tap, out.data, wanted, name);
	sg_buf_release(&out);
}

static void test_plain(void)
{
	check_plain("a\033[2Jb\nc\t\x7f", "a\\x1b[2Jb\\x0ac\\x09\\x7f", "control characters");
	check_plain("\xc2\x9b"
	            "2J",
	            "\\x9b2J", "C1 controls");
	check_plain("m\xc3\xbcll \xe2\x82\xac \xf0\x9f\x90\xa7",
	            "m\xc3\xbcll \xe2\x82\xac "
	            "\xf0\x9f\x90\xa7",
	            "UTF-8 stays");
	check_plain("a\xe2\x80\xae"
	            "b",
	            "a\\u202eb", "direction overrides");
	check_plain("\xff\xc0\x80\xe2\x82", "\\xff\\xc0\\x80\\xe2\\x82", "bytes that are no UTF-8");
	check_plain("\xed\xa0\x80", "\\xed\\xa0\\x80", "surrogates are no UTF-8");
}

int main(void)
{
	arena = sg_arena_new("test");
	test_shape();
	test_choice();
	test_filter();
	test_fingerprints();
	test_plain();
	sg_arena_free(arena);
	return tap_done(&tap);
}
