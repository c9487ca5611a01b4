// SPDX-License-Identifier: GPL-2.0-or-later
/* Reads the .yaml files of DIR and DIR/api in a fixed order for core to parse. */
#include "driver/rules_source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/rules_embedded.h"
#include "core/rules_load.h"
#include "driver/read_file.h"
#include "report/plain.h"

/* More than anybody mends in one go. */
enum { MAX_ERRORS = 200 };

typedef SG_VEC(struct sg_rule_file) file_list;

struct source {
	struct sg_arena *arena;
	struct sg_buf *errors;
};

static void add_error(struct sg_buf *out, const struct sg_error *error)
{
	sg_add_plain(out, error->file[0] ? error->file : "sglint");
	if (error->file[0] && error->line)
		sg_buf_addf(out, ":%u", error->line);
	if (error->file[0] && error->column)
		sg_buf_addf(out, ":%u", error->column);
	sg_buf_adds(out, ": error: ");
	sg_add_plain(out, error->text);
	sg_buf_addc(out, '\n');
}

static int is_yaml(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);

	return entry->d_name[0] != '.' && length > 5 &&
	       strcmp(entry->d_name + length - 5, ".yaml") == 0;
}

static bool add_file(const struct source *s, const char *directory, const char *name, bool is_facts,
                     file_list *files)
{
	struct sg_rule_file file = {
		.name = sg_arena_printf(s->arena, "%s/%s", directory, name),
		.is_facts = is_facts,
	};
	struct sg_error error;

	if (!sg_read_file(s->arena, file.name, &file.text, &file.length, &error)) {
		add_error(s->errors, &error);
		return false;
	}
	sg_vec_push(files, s->arena, file);
	return true;
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* All of them are tried.  A directory that is not there is wrong unless 'is_optional'. */
static bool add_directory(const struct source *s, const char *directory, bool is_facts,
                          bool is_optional, file_list *files)
{
	struct dirent **entries;
	struct sg_error error;
	bool is_ok = true;
	int count = scandir(directory, &entries, is_yaml, by_bytes);

	if (count < 0) {
		if (is_optional && errno == ENOENT)
			return true;
		sg_error_set(&error, NULL, 0, 0, "cannot read the rules in '%s': %s", directory,
		             strerror(errno));
		add_error(s->errors, &error);
		return false;
	}
	for (int i = 0; i < count; i++) {
		is_ok &= add_file(s, directory, entries[i]->d_name, is_facts, files);
		free(entries[i]);
	}
	free(entries);
	return is_ok;
}

static const struct sg_rules *extend(const struct source *s, const struct sg_rules *base,
                                     const char *directory, uint32_t kernel_version)
{
	struct sg_error *errors = SG_NEW_ARRAY(s->arena, struct sg_error, MAX_ERRORS);
	const char *facts = sg_arena_printf(s->arena, "%s/api", directory);
	const struct sg_rules *rules;
	file_list files = {0};
	uint32_t count = 0;

	if (!add_directory(s, directory, false, false, &files) ||
	    !add_directory(s, facts, true, true, &files))
		return NULL;
	if (files.count == 0) {
		sg_error_set(&errors[0], NULL, 0, 0, "no .yaml file in '%s' and '%s'", directory,
		             facts);
		add_error(s->errors, &errors[0]);
		return NULL;
	}
	rules = sg_rules_extend(s->arena, base, files.items, files.count, kernel_version, errors,
	                        MAX_ERRORS, &count);
	for (uint32_t i = 0; i < count; i++)
		add_error(s->errors, &errors[i]);
	return rules;
}

const struct sg_rules *sg_rules_source(struct sg_arena *arena, const struct sg_options *options,
                                       struct sg_buf *errors)
{
	struct source s = {arena, errors};
	const struct sg_rules *rules = sg_rules_embedded(arena, options->kernel_version);

	for (uint32_t i = 0; rules && i < options->rules.count; i++)
		rules = extend(&s, rules, options->rules.items[i], options->kernel_version);
	return rules;
}
