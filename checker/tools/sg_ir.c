/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tool of the tests below the front end: reads, prints and converts units. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "core/analysis.h"
#include "core/ir_binary.h"
#include "core/ir_text.h"
#include "core/rules_embedded.h"

static const char usage[] =
	"usage: sg-ir print FILE             the text form, as sglint writes it\n"
	"       sg-ir verify FILE...         check only\n"
	"       sg-ir pack FILE OUT [KEY]    text form to binary form\n"
	"       sg-ir unpack FILE            binary form to text form\n"
	"       sg-ir key FILE               the key in a binary form\n"
	"       sg-ir analyze [--policy=mainline|rfc] [--level=certain|likely|possible] FILE...\n"
	"                                    findings in units in text form, as one program\n"
	"FILE may be '-' for standard input.\n";

/* What all commands share. */
struct session {
	struct sg_arena *arena;
	struct sg_intern *intern;
};

static bool read_whole(const char *name, struct sg_buf *out)
{
	bool is_stdin = !strcmp(name, "-");
	char chunk[1 << 14];
	FILE *stream = is_stdin ? stdin : fopen(name, "rb");
	bool is_good = stream != NULL;
	size_t n;

	while (is_good && (n = fread(chunk, 1, sizeof(chunk), stream)) > 0)
		sg_buf_add(out, chunk, n);
	is_good = is_good && !ferror(stream);
	if (!is_good)
		fprintf(stderr, "sg-ir: cannot read '%s': %s\n", name, strerror(errno));
	if (stream && !is_stdin)
		fclose(stream);
	return is_good;
}

static bool write_whole(const char *name, const struct sg_buf *text)
{
	FILE *stream = fopen(name, "wb");
	bool is_good = stream && fwrite(text->data, 1, text->length, stream) == text->length;

	if (stream && fclose(stream) != 0)
		is_good = false;
	if (!is_good)
		fprintf(stderr, "sg-ir: cannot write '%s': %s\n", name, strerror(errno));
	return is_good;
}

static void print_error(const struct sg_error *error)
{
	char text[1536];

	sg_error_format(error, text, sizeof(text));
	fprintf(stderr, "%s\n", text);
}

static struct sg_unit *parse_file(struct session *s, const char *name)
{
	struct sg_unit *unit = NULL;
	struct sg_error error;
	struct sg_buf text;

	sg_buf_init(&text);
	if (read_whole(name, &text)) {
		unit = sg_ir_parse(s->arena, s->intern, text.data, text.length, name, &error);
		if (!unit)
			print_error(&error);
	}
	sg_buf_release(&text);
	return unit;
}

static struct sg_unit *read_file(struct session *s, const char *name, char key[256])
{
	struct sg_unit *unit = NULL;
	struct sg_error error;
	struct sg_buf bytes;

	sg_buf_init(&bytes);
	if (read_whole(name, &bytes)) {
		unit = sg_ir_read(s->arena, s->intern, bytes.data, bytes.length, name, key, &error);
		if (!unit)
			print_error(&error);
	}
	sg_buf_release(&bytes);
	return unit;
}

static int print_unit(const struct sg_unit *unit)
{
	struct sg_buf text;

	if (!unit)
		return EXIT_FAILURE;
	sg_buf_init(&text);
	sg_ir_print(unit, &text);
	fwrite(text.data, 1, text.length, stdout);
	sg_buf_release(&text);
	return EXIT_SUCCESS;
}

static int verify(struct session *s, char **names, int count)
{
	int status = EXIT_SUCCESS;

	for (int i = 0; i < count; i++) {
		if (!parse_file(s, names[i]))
			status = EXIT_FAILURE;
	}
	return status;
}

static int pack(struct session *s, const char *in, const char *out, const char *key)
{
	const struct sg_unit *unit = parse_file(s, in);
	struct sg_buf bytes;
	bool is_good;

	if (!unit)
		return EXIT_FAILURE;
	sg_buf_init(&bytes);
	sg_ir_write(unit, key, &bytes);
	is_good = write_whole(out, &bytes);
	sg_buf_release(&bytes);
	return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int print_key(struct session *s, const char *name)
{
	char key[256];

	if (!read_file(s, name, key))
		return EXIT_FAILURE;
	puts(key);
	return EXIT_SUCCESS;
}

struct analyze_options {
	enum sg_policy policy;
	enum sg_level level; /* the least sure that is shown */
};

/* False when 'argument' is no option that exists. */
static bool read_option(const char *argument, struct analyze_options *options)
{
	if (!strcmp(argument, "--policy=mainline") || !strcmp(argument, "--policy=rfc")) {
		options->policy = argument[9] == 'm' ? SG_POLICY_MAINLINE : SG_POLICY_RFC;
		return true;
	}
	for (uint32_t i = 0; i < SG_LEVEL_COUNT; i++) {
		if (strncmp(argument, "--level=", 8) == 0 &&
		    !strcmp(argument + 8, sg_level_name((enum sg_level)i))) {
			options->level = (enum sg_level)i;
			return true;
		}
	}
	return false;
}

static void print_finding(const struct sg_finding *finding)
{
	printf("%s:%u: warning: %s %s: %s\n", finding->place.file, finding->place.line,
	       sg_level_name(finding->level), finding->rule->id, finding->message);
	for (uint32_t i = 0; i < finding->notes.count; i++) {
		const struct sg_note *note = &finding->notes.items[i];

		printf("%*s", 2 + 2 * (int)note->depth, "");
		if (note->place.line)
			printf("%s:%u: ", note->place.file, note->place.line);
		printf("note: %s\n", note->text);
	}
}

static int analyze(struct session *s, char **arguments, int count)
{
	struct analyze_options options = {.policy = SG_POLICY_MAINLINE, .level = SG_LEVEL_LIKELY};
	struct sg_unit **units = SG_NEW_ARRAY(s->arena, struct sg_unit *, count);
	struct sg_analysis_options analysis = {0};
	const struct sg_findings *findings;
	struct sg_stats stats = {0};
	uint32_t unit_count = 0;

	for (int i = 0; i < count; i++) {
		if (strncmp(arguments[i], "--", 2) != 0) {
			units[unit_count] = parse_file(s, arguments[i]);
			if (!units[unit_count++])
				return EXIT_FAILURE;
		} else if (!read_option(arguments[i], &options)) {
			fprintf(stderr, "sg-ir: no such option: '%s'\n", arguments[i]);
			return EXIT_FAILURE;
		}
	}
	analysis.policy = options.policy;
	findings = sg_analyze(s->arena, sg_rules_embedded(s->arena, 0), units, unit_count,
	                      &analysis, &stats);
	for (uint32_t i = 0; i < findings->items.count; i++) {
		if (findings->items.items[i]->level <= options.level)
			print_finding(findings->items.items[i]);
	}
	return EXIT_SUCCESS;
}

static int run(struct session *s, int argc, char **argv)
{
	const char *command = argc > 2 ? argv[1] : "";
	char key[256];

	if (!strcmp(command, "print") && argc == 3)
		return print_unit(parse_file(s, argv[2]));
	if (!strcmp(command, "verify"))
		return verify(s, argv + 2, argc - 2);
	if (!strcmp(command, "pack") && (argc == 4 || argc == 5))
		return pack(s, argv[2], argv[3], argc == 5 ? argv[4] : "");
	if (!strcmp(command, "unpack") && argc == 3)
		return print_unit(read_file(s, argv[2], key));
	if (!strcmp(command, "key") && argc == 3)
		return print_key(s, argv[2]);
	if (!strcmp(command, "analyze"))
		return analyze(s, argv + 2, argc - 2);
	fputs(usage, stderr);
	return EXIT_FAILURE;
}

int main(int argc, char **argv)
{
	struct session s = {.arena = sg_arena_new("units"), .intern = sg_intern_new()};
	int status = run(&s, argc, argv);

	sg_intern_free(s.intern);
	sg_arena_free(s.arena);
	if (fflush(stdout) != 0) {
		fprintf(stderr, "sg-ir: cannot write the output: %s\n", strerror(errno));
		status = EXIT_FAILURE;
	}
	return status;
}
