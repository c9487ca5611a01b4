// SPDX-License-Identifier: GPL-2.0-or-later
/* Reads each file once for each set of words, however many units include it. */
#include "driver/own_files.h"

#include <string.h>
#include <unistd.h>

#include "driver/path.h"
#include "driver/read_file.h"

struct include {
	const char *name;
	bool is_quoted;
};

struct sg_source_file {
	const char *path;
	const char *directory;
	SG_VEC(struct include) includes;
	bool is_parsed;       /* 'includes' are there */
	uint32_t round;       /* that 'words' are of */
	uint32_t visit;       /* the last unit it was met in */
	sg_number_list words; /* of the set */
};

static uint64_t word_key(enum sg_word_kind kind, const char *text, size_t length)
{
	return sg_hash_bytes(text, length) + kind;
}

void sg_word_set_init(struct sg_word_set *set, struct sg_arena *arena)
{
	sg_map_init(&set->map, arena);
}

uint32_t sg_word_set_add(struct sg_word_set *set, enum sg_word_kind kind, const char *text,
                         uint32_t number)
{
	uint64_t key = word_key(kind, text, strlen(text)), known;

	if (sg_map_get(&set->map, key, &known))
		return (uint32_t)known;
	sg_map_put(&set->map, key, number);
	return number;
}

void sg_own_files_init(struct sg_own_files *own_files, struct sg_arena *arena)
{
	*own_files = (struct sg_own_files){
		.arena = arena,
		.scratch = sg_arena_new("source file"),
		.found = sg_arena_new("words found"),
		.unit = sg_arena_new("files of a unit"),
	};
	sg_map_init(&own_files->index, arena);
}

void sg_own_files_release(struct sg_own_files *own_files)
{
	sg_arena_free(own_files->scratch);
	sg_arena_free(own_files->found);
	sg_arena_free(own_files->unit);
}

void sg_own_files_look_for(struct sg_own_files *own_files, const struct sg_word_set *set)
{
	own_files->set = set;
	own_files->round++;
	sg_arena_reset(own_files->found);
}

/* ------------------------------------------------------------------------
 * Files
 */
static bool is_below_include(const char *path)
{
	const char *arch = strncmp(path, "arch/", 5) == 0 ? strchr(path + 5, '/') : NULL;

	return strncmp(path, "include/", 8) == 0 || (arch && strncmp(arch + 1, "include/", 8) == 0);
}

static bool is_shared(const struct sg_unit_plan *plan, const char *path)
{
	const char *source = plan->kernel_source ? sg_path_below(path, plan->kernel_source) : NULL;
	const char *build = plan->kernel_build ? sg_path_below(path, plan->kernel_build) : NULL;

	return (source && is_below_include(source)) || (build && is_below_include(build));
}

/* The number of the file 'path' + 1; 0: it is shared, or there is none. */
static uint32_t file_at(struct sg_own_files *s, const struct sg_unit_plan *plan, const char *path)
{
	uint64_t key = sg_hash_bytes(path, strlen(path)), number = 0;

	if (sg_map_get(&s->index, key, &number))
		return (uint32_t)number;
	if (!is_shared(plan, path) && access(path, R_OK) == 0) {
		struct sg_source_file file = {.path = sg_arena_strdup(s->arena, path)};

		file.directory = sg_path_directory(s->arena, file.path);
		sg_vec_push(&s->files, s->arena, file);
		number = s->files.count;
	}
	sg_map_put(&s->index, key, number);
	return (uint32_t)number;
}

static void add_word(struct sg_own_files *s, struct sg_source_file *file,
                     const struct sg_word *word)
{
	uint64_t number;

	if (!sg_map_get(&s->set->map, word_key(word->kind, word->text, word->length), &number))
		return;
	for (uint32_t i = 0; i < file->words.count; i++)
		if (file->words.items[i] == number)
			return;
	sg_vec_push(&file->words, s->found, (uint32_t)number);
}

static void add_include(struct sg_own_files *s, struct sg_source_file *file,
                        const struct sg_word *word)
{
	struct include include = {.is_quoted = word->is_quoted};

	include.name = sg_arena_strndup(s->arena, word->text, word->length);
	sg_vec_push(&file->includes, s->arena, include);
}

static void read_file(struct sg_own_files *s, struct sg_source_file *file)
{
	struct sg_words words;
	struct sg_word word;
	const char *text;
	size_t length;

	if (file->is_parsed && file->round == s->round)
		return;
	file->words = (sg_number_list){0};
	if (sg_read_file(s->scratch, file->path, &text, &length, NULL)) {
		sg_words_init(&words, text, length);
		while (sg_words_next(&words, &word)) {
			if (word.kind != SG_WORD_INCLUDE)
				add_word(s, file, &word);
			else if (!file->is_parsed)
				add_include(s, file, &word);
		}
	}
	file->is_parsed = true;
	file->round = s->round;
	sg_arena_reset(s->scratch);
}

const sg_number_list *sg_own_files_words(struct sg_own_files *own_files, uint32_t file)
{
	read_file(own_files, &own_files->files.items[file]);
	return &own_files->files.items[file].words;
}

bool sg_own_files_has(const struct sg_own_files *own_files, const char *path)
{
	uint64_t number;

	return sg_map_get(&own_files->index, sg_hash_bytes(path, strlen(path)), &number) &&
	       number > 0 && own_files->files.items[number - 1].visit == own_files->visit;
}

/* ------------------------------------------------------------------------
 * Units
 */
struct unit {
	struct sg_own_files *own_files;
	const struct sg_unit_plan *plan;
	sg_text_list directories; /* own ones that includes are looked for in, absolute */
	sg_number_list files;
};

static void visit(struct unit *u, uint32_t number)
{
	struct sg_own_files *s = u->own_files;

	if (number == 0 || s->files.items[number - 1].visit == s->visit)
		return;
	s->files.items[number - 1].visit = s->visit;
	sg_vec_push(&u->files, s->unit, number - 1);
}

static uint32_t resolve(struct unit *u, const char *directory, const struct include *include)
{
	struct sg_own_files *s = u->own_files;
	uint32_t number = 0;

	if (include->is_quoted || include->name[0] == '/')
		number = file_at(s, u->plan, sg_path_join(s->scratch, directory, include->name));
	for (uint32_t i = 0; number == 0 && i < u->directories.count; i++)
		number = file_at(s, u->plan,
		                 sg_path_join(s->scratch, u->directories.items[i], include->name));
	return number;
}

/* A directory of a flag such as -Idir; "": the flag is none of those. */
static const char *searched_directory(const char *word)
{
	static const char *const flags[] = {"-I", "-iquote", "-isystem", "-idirafter"};

	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (strncmp(word, flags[i], strlen(flags[i])) == 0)
			return word + strlen(flags[i]);
	return "";
}

static void look_at_args(struct unit *u)
{
	struct sg_own_files *s = u->own_files;
	const struct sg_unit_plan *plan = u->plan;

	for (uint32_t i = 0; i < plan->args.count; i++) {
		const char *word = plan->args.items[i];
		const char *directory = searched_directory(word);

		if (strcmp(word, "-include") == 0 && i + 1 < plan->args.count) {
			visit(u, file_at(s, plan,
			                 sg_path_join(s->scratch, plan->directory,
			                              plan->args.items[++i])));
		} else if (directory[0]) {
			directory = sg_path_join(s->scratch, plan->directory, directory);
			/* Asked as if for a file in it, for the directory itself may be shared. */
			if (!is_shared(plan, sg_path_join(s->scratch, directory, "x")))
				sg_vec_push(&u->directories, s->unit,
				            sg_arena_strdup(s->unit, directory));
		}
	}
}

sg_number_list sg_own_files_of_unit(struct sg_own_files *own_files, const struct sg_unit_plan *plan)
{
	struct unit u = {.own_files = own_files, .plan = plan};

	sg_arena_reset(own_files->unit);
	own_files->visit++;
	visit(&u, file_at(own_files, plan, plan->source_path));
	if (u.files.count == 0)
		return u.files;
	look_at_args(&u);
	for (uint32_t i = 0; i < u.files.count; i++) {
		uint32_t at = u.files.items[i];

		read_file(own_files, &own_files->files.items[at]);
		for (uint32_t k = 0; k < own_files->files.items[at].includes.count; k++) {
			const struct sg_source_file *file = &own_files->files.items[at];

			visit(&u, resolve(&u, file->directory, &file->includes.items[k]));
		}
	}
	sg_arena_reset(own_files->scratch);
	return u.files;
}
