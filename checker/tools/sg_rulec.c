// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The compiler of rules/: checks the YAML files, and turns them into C source,
 * documentation pages, a list of names, or an example program.  A file in a
 * directory named "api" holds facts, any other one rule.
 */
#include "tools/sg_rulec.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ERRORS 50

static const char usage[] =
	"usage: sg_rulec check FILE...             check only\n"
	"       sg_rulec c OUT.c FILE...           tables as C source\n"
	"       sg_rulec docs DIRECTORY FILE...    one page a rule\n"
	"       sg_rulec names FILE...             every name the facts speak of\n"
	"       sg_rulec example bad|good FILE...  the example program of one rule\n";

static bool read_whole(const char *name, struct sg_buf *out)
{
	char chunk[1 << 14];
	FILE *stream = fopen(name, "rb");
	bool is_good = stream != NULL;
	size_t n;

	while (is_good && (n = fread(chunk, 1, sizeof(chunk), stream)) > 0)
		sg_buf_add(out, chunk, n);
	is_good = is_good && !ferror(stream);
	if (!is_good)
		fprintf(stderr, "sg_rulec: cannot read '%s': %s\n", name, strerror(errno));
	if (stream)
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
		fprintf(stderr, "sg_rulec: cannot write '%s': %s\n", name, strerror(errno));
	return is_good;
}

/* Is the last directory of the path "api"? */
static bool is_facts(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash - path >= 3 && strncmp(slash - 3, "api", 3) == 0 &&
	       (slash - path == 3 || slash[-4] == '/');
}

static bool load(struct sg_arena *arena, char **names, uint32_t count,
                 struct sg_rules_tables *tables)
{
	struct sg_rule_file *files = SG_NEW_ARRAY(arena, struct sg_rule_file, count);
	struct sg_error errors[MAX_ERRORS];
	uint32_t error_count;

	for (uint32_t i = 0; i < count; i++) {
		struct sg_buf text;
		bool is_good;

		sg_buf_init(&text);
		is_good = read_whole(names[i], &text);
		files[i] = (struct sg_rule_file){
			.name = names[i],
			.text = sg_arena_strndup(arena, text.data, text.length),
			.length = text.length,
			.is_facts = is_facts(names[i]),
		};
		sg_buf_release(&text);
		if (!is_good)
			return false;
	}
	if (sg_rules_read(arena, NULL, files, count, tables, errors, MAX_ERRORS, &error_count))
		return true;
	for (uint32_t i = 0; i < error_count; i++) {
		char line[1400];

		sg_error_format(&errors[i], line, sizeof(line));
		fprintf(stderr, "%s\n", line);
	}
	return false;
}

static bool write_pages(struct sg_arena *arena, const char *directory,
                        const struct sg_rules_tables *tables)
{
	bool is_good = true;

	for (uint32_t i = 0; is_good && i <= tables->rule_count; i++) {
		struct sg_buf page;
		const char *name = i < tables->rule_count ? tables->rules[i].id : "README";

		sg_buf_init(&page);
		if (i < tables->rule_count)
			sg_rulec_page(&tables->rules[i], &page);
		else
			sg_rulec_page_index(tables, &page);
		is_good = write_whole(sg_arena_printf(arena, "%s/%s.md", directory, name), &page);
		sg_buf_release(&page);
	}
	return is_good;
}

static bool write_c(const char *file, const struct sg_rules_tables *tables)
{
	struct sg_buf out;
	bool is_good;

	sg_buf_init(&out);
	sg_rulec_emit(tables, &out);
	is_good = write_whole(file, &out);
	sg_buf_release(&out);
	return is_good;
}

static bool print_names(const struct sg_rules_tables *tables)
{
	struct sg_buf out;

	sg_buf_init(&out);
	sg_rulec_names(tables, &out);
	fputs(out.data, stdout);
	sg_buf_release(&out);
	return true;
}

static bool print_example(const char *which, const struct sg_rules_tables *tables)
{
	if (tables->rule_count != 1) {
		fputs("sg_rulec: 'example' takes the file of one rule\n", stderr);
		return false;
	}
	fputs(strcmp(which, "bad") == 0 ? tables->rules[0].bad : tables->rules[0].good, stdout);
	return true;
}

static bool run(struct sg_arena *arena, const char *mode, const char *argument, char **files,
                uint32_t file_count)
{
	struct sg_rules_tables tables;

	if (!load(arena, files, file_count, &tables))
		return false;
	if (strcmp(mode, "c") == 0)
		return write_c(argument, &tables);
	if (strcmp(mode, "docs") == 0)
		return write_pages(arena, argument, &tables);
	if (strcmp(mode, "names") == 0)
		return print_names(&tables);
	if (strcmp(mode, "example") == 0)
		return print_example(argument, &tables);
	return true;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *mode;
		int arguments;
	} modes[] = {{"check", 0}, {"c", 1}, {"docs", 1}, {"names", 0}, {"example", 1}};
	struct sg_arena *arena;
	bool is_good;
	size_t m = 0;

	while (argc > 1 && m < sizeof(modes) / sizeof(modes[0]) &&
	       strcmp(modes[m].mode, argv[1]) != 0)
		m++;
	if (argc < 3 || m == sizeof(modes) / sizeof(modes[0]) || argc < 3 + modes[m].arguments) {
		fputs(usage, stderr);
		return 2;
	}
	arena = sg_arena_new("rules");
	is_good = run(arena, argv[1], argv[2], argv + 2 + modes[m].arguments,
	              (uint32_t)(argc - 2 - modes[m].arguments));
	sg_arena_free(arena);
	if (fflush(stdout) != 0)
		is_good = false;
	return is_good ? 0 : 1;
}
