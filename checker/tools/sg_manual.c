// SPDX-License-Identifier: GPL-2.0-or-later
/* Build tool: sg_manual TEMPLATE OUTPUT makes the man page. */
#include <stdio.h>
#include <string.h>

#include "driver/exit_status.h"
#include "driver/options.h"
#include "driver/output.h"
#include "driver/read_file.h"

/* A line "@name@" stands for a part that comes from a table. */
static const struct {
	const char *line;
	void (*add)(struct sg_buf *out);
} parts[] = {
	{"@options@", sg_options_manual},
	{"@exit-status@", sg_exit_manual},
};

static void add_line(const char *line, size_t length, struct sg_buf *out)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (strlen(parts[i].line) == length && memcmp(parts[i].line, line, length) == 0) {
			parts[i].add(out);
			return;
		}
	}
	sg_buf_add(out, line, length);
	sg_buf_addc(out, '\n');
}

static void fill(const char *template, struct sg_buf *out)
{
	while (*template) {
		size_t length = strcspn(template, "\n");

		add_line(template, length, out);
		template += length + (template[length] == '\n');
	}
}

int main(int argc, char **argv)
{
	struct sg_arena *arena = sg_arena_new("manual");
	struct sg_error error;
	struct sg_buf page;
	const char *template;
	size_t length;
	bool is_ok;

	if (argc != 3) {
		fputs("usage: sg_manual TEMPLATE OUTPUT\n", stderr);
		return 2;
	}
	sg_buf_init(&page);
	is_ok = sg_read_file(arena, argv[1], &template, &length, &error);
	if (is_ok) {
		fill(template, &page);
		is_ok = sg_output_write(argv[2], &page, &error);
	}
	if (!is_ok)
		fprintf(stderr, "sg_manual: %s\n", error.text);
	sg_buf_release(&page);
	sg_arena_free(arena);
	return is_ok ? 0 : 1;
}
