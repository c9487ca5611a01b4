// SPDX-License-Identifier: GPL-2.0-or-later
#include "output.h"
#include "lines.h"
#include "modules.h"
#include "report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <shim/program.h>

struct printed {
	char *text;       /* what is shown */
	const char *file; /* what it is sorted by, before the text */
	unsigned int line;
};

struct addresses {
	struct shim_address *items;
	size_t count;
};

static void *must(void *allocated)
{
	if (!allocated) {
		fputs("shim: out of memory\n", stderr);
		exit(2);
	}
	return allocated;
}

static int compare_addresses(const void *left, const void *right)
{
	const struct shim_address *a = left, *b = right;
	int order = strcmp(a->module, b->module);

	if (order)
		return order;
	return (a->offset > b->offset) - (a->offset < b->offset);
}

static struct addresses collect(const struct shim_output *output,
                                const struct shim_reports *reports)
{
	struct addresses all = {0};
	size_t kept = 0;

	all.items = must(calloc((size_t)reports->count * SHIM_MAX_FRAMES + 1, sizeof(*all.items)));
	for (unsigned int i = 0; i < reports->count; i++) {
		const struct shim_report *report = &reports->records[i];

		for (unsigned int f = 0; f < report->frame_count; f++) {
			unsigned long pc = report->frames[f];
			const struct shim_module *module =
				shim_module_of(output->modules, output->module_count, pc);

			all.items[all.count++] = (struct shim_address){.module = module->path,
			                                               .offset = pc - module->base};
		}
	}
	qsort(all.items, all.count, sizeof(*all.items), compare_addresses);
	for (size_t i = 0; i < all.count; i++) {
		if (kept == 0 || compare_addresses(&all.items[kept - 1], &all.items[i]))
			all.items[kept++] = all.items[i];
	}
	all.count = kept;
	return all;
}

static const struct shim_address *look_up(const struct shim_output *output,
                                          const struct addresses *all, unsigned long pc)
{
	const struct shim_module *module =
		shim_module_of(output->modules, output->module_count, pc);
	struct shim_address key = {.module = module->path, .offset = pc - module->base};

	return bsearch(&key, all->items, all->count, sizeof(key), compare_addresses);
}

static void print_trace(const struct shim_output *output, const struct addresses *all,
                        const struct shim_report *report, FILE *stream)
{
	for (unsigned int i = 0; i < report->frame_count; i++) {
		const struct shim_address *a = look_up(output, all, report->frames[i]);

		if (a->file)
			fprintf(stream, "%s%s", i ? " < " : " in ", a->function);
	}
}

static void print_input(const struct shim_output *output, const struct shim_report *report,
                        FILE *stream)
{
	const struct shim_program *program = output->programs[report->program];

	fprintf(stream, "%s[%s", program->name, program->bits ? "" : "-");
	for (unsigned int i = 0; i < program->bits; i++)
		fputc('0' + (char)(report->input >> i & 1), stream);
	fputs("]: ", stream);
}

static struct printed format(const struct shim_output *output, const struct addresses *all,
                             const struct shim_report *report)
{
	struct printed p = {.file = report->file ? report->file : "?", .line = report->line};
	size_t size;
	FILE *stream = must(open_memstream(&p.text, &size));

	for (unsigned int i = 0; i < report->frame_count; i++) {
		const struct shim_address *a = look_up(output, all, report->frames[i]);

		if (a->file) {
			p.file = a->file;
			p.line = a->line;
			break;
		}
	}
	if (output->is_by_input)
		print_input(output, report, stream);
	fprintf(stream, "%s:%u: %s", p.file, p.line, shim_kind_name(report->kind));
	if (output->is_trace)
		print_trace(output, all, report, stream);
	fclose(stream);
	return p;
}

static int compare_printed(const void *left, const void *right)
{
	const struct printed *a = left, *b = right;
	int order = strcmp(a->file, b->file);

	if (order)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return strcmp(a->text, b->text);
}

bool shim_print(const struct shim_output *output, const struct shim_reports *reports)
{
	struct addresses all = collect(output, reports);
	bool is_resolved = shim_resolve(all.items, all.count);
	struct printed *lines = must(calloc((size_t)reports->count + 1, sizeof(*lines)));

	for (unsigned int i = 0; i < reports->count; i++)
		lines[i] = format(output, &all, &reports->records[i]);
	qsort(lines, reports->count, sizeof(*lines), compare_printed);
	for (unsigned int i = 0; i < reports->count; i++) {
		if (i == 0 || strcmp(lines[i - 1].text, lines[i].text) != 0)
			puts(lines[i].text);
	}
	for (unsigned int i = 0; i < reports->count; i++)
		free(lines[i].text);
	free(lines);
	for (size_t i = 0; i < all.count; i++) {
		free(all.items[i].file);
		free(all.items[i].function);
	}
	free(all.items);
	return is_resolved;
}
