// SPDX-License-Identifier: GPL-2.0-or-later
/* Finds compile commands. */
#include "driver/build.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "driver/cmd_file.h"
#include "driver/compile_db.h"
#include "driver/path.h"
#include "driver/tree.h"
#include "driver/unit_file.h"
#include "driver/unit_plan.h"

static bool ends_with(const char *text, const char *suffix)
{
	size_t length = strlen(text), tail = strlen(suffix);

	return length >= tail && strcmp(text + length - tail, suffix) == 0;
}

static const char *real_path(struct sg_arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	const char *result = real ? sg_arena_strdup(arena, real) : NULL;

	free(real);
	return result;
}

static bool is_kernel_unit(const struct sg_compile_command *command)
{
	for (uint32_t i = 0; i < command->words.count; i++) {
		if (strcmp(command->words.items[i], "-D__KERNEL__") == 0)
			return true;
	}
	return false;
}

/*
 * Leaves what sglint is for: C sources, and of a kernel only what runs in it,
 * not the programs that help to build it.
 */
static void choose_units(struct sg_build *b)
{
	bool is_kernel = false;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < b->database.count; i++)
		is_kernel |= is_kernel_unit(&b->database.items[i]);
	for (uint32_t i = 0; i < b->database.count; i++) {
		const struct sg_compile_command *command = &b->database.items[i];

		if (ends_with(command->source, ".c") && (!is_kernel || is_kernel_unit(command)))
			b->database.items[kept++] = *command;
	}
	b->database.count = kept;
}

static bool read_database(struct sg_build *b, struct sg_intern *intern, const char *path,
                          struct sg_error *error)
{
	b->has_database = true;
	if (!sg_compile_db_read(b->arena, intern, path, &b->database, &b->broken, error))
		return false;
	choose_units(b);
	return true;
}

/* A directory that is no kernel's: it needs a database or .cmd files. */
static bool open_other(struct sg_build *b, struct sg_intern *intern, struct sg_error *error)
{
	const char *database = sg_path_join(b->arena, b->path, "compile_commands.json");
	sg_text_list files = {0};

	if (access(database, F_OK) == 0)
		return read_database(b, intern, database, error);
	sg_cmd_file_list(b->arena, b->path, true, &files);
	if (files.count == 0) {
		sg_error_set(error, NULL, 0, 0,
		             "'%s' is no build tree: it has neither compile_commands.json nor .cmd "
		             "files of kbuild",
		             b->path);
		return false;
	}
	return true;
}

bool sg_build_open(struct sg_build *build, struct sg_arena *arena, struct sg_intern *intern,
                   const char *path, struct sg_error *error)
{
	const char *real = real_path(arena, path);
	struct stat status;

	*build = (struct sg_build){
		.arena = arena,
		.scratch = sg_arena_new("command"),
		.current = sg_path_current(arena),
	};
	if (!real || stat(real, &status) < 0) {
		sg_error_set(error, NULL, 0, 0, "cannot open the build tree '%s': %s", path,
		             strerror(errno));
		return false;
	}
	if (!S_ISDIR(status.st_mode)) {
		build->path = sg_path_directory(arena, real);
		build->source = build->path;
		return read_database(build, intern, path, error);
	}
	build->path = real;
	build->is_kernel = sg_tree_is_kernel_build(arena, real);
	build->source = build->is_kernel ? sg_tree_source(arena, real) : real;
	return build->is_kernel || open_other(build, intern, error);
}

void sg_build_close(struct sg_build *build)
{
	sg_arena_free(build->scratch);
}

/*
 * The kernel's build tree that the commands of a module run in.  They do not
 * name it; CHECK mode has noted it, else it must be the working directory.
 */
static const char *module_directory(struct sg_build *b, const char *object)
{
	const char *images = sg_image_directory(b->scratch);
	const char *below = images ? sg_path_below(object, b->path) : NULL;
	const char *at = below ? sg_path_join(b->scratch, images, below) : object;
	const char *image = sg_arena_printf(b->scratch, "%s/.%s.sgo",
	                                    sg_path_directory(b->scratch, at), sg_path_name(at));
	struct sg_unit_note note;

	if (sg_unit_file_read_note(b->scratch, image, &note, NULL))
		return note.directory;
	return sg_tree_is_kernel_build(b->scratch, b->current) ? b->current : NULL;
}

/* Sets where the command runs; false when that cannot be told. */
static bool set_directory(struct sg_build *b, struct sg_compile_command *command)
{
	command->directory = b->path;
	if (!b->is_kernel && command->object[0] == '/')
		command->directory = module_directory(b, command->object);
	return command->directory != NULL;
}

static bool is_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return strcmp(a, b) == 0 ||
	       (strcmp(sg_path_name(a), sg_path_name(b)) == 0 && stat(a, &x) == 0 &&
	        stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino);
}

static bool is_made_of(struct sg_build *b, const struct sg_compile_command *command,
                       const char *source)
{
	const char *name = sg_path_name(command->source);

	return strcmp(name, sg_path_name(source)) == 0 &&
	       is_same_file(sg_path_join(b->scratch, command->directory, command->source), source);
}

/* What modpost and the last link compile themselves: CHECK mode never sees it. */
static bool is_made_by_link(const struct sg_compile_command *command)
{
	return ends_with(command->source, ".mod.c") || sg_path_name(command->object)[0] == '.' ||
	       ends_with(command->object, "init/version-timestamp.o");
}

static void add_broken_file(struct sg_build *b, const char *file)
{
	const struct sg_broken_command broken = {
		.name = file,
		.reason = "holds no complete command of kbuild",
		.is_wanted = true,
	};

	b->found++;
	for (uint32_t i = 0; i < b->broken.count; i++) {
		if (strcmp(b->broken.items[i].name, file) == 0)
			return;
	}
	sg_vec_push(&b->broken, b->arena, broken);
}

/* Where the commands that an operand stands for go. */
struct search {
	struct sg_build *build;
	sg_command_visitor visit;
	void *context;
	struct sg_error *error;
};

static void visit(struct search *s, const struct sg_compile_command *command)
{
	s->build->found++;
	s->visit(s->context, command, s->build->scratch);
}

/* The command of one file, as add_files() wants it. */
static bool add_file(struct search *s, const char *file, const char *source)
{
	struct sg_build *b = s->build;
	struct sg_compile_command command = {0};
	enum sg_cmd_kind kind = sg_cmd_file_read(b->scratch, file, &command);

	/* One that may be of another source is not this one's trouble. */
	if (kind == SG_CMD_BROKEN && !source)
		add_broken_file(b, file);
	if (kind != SG_CMD_UNIT)
		return true;
	if (!set_directory(b, &command)) {
		sg_error_set(s->error, NULL, 0, 0,
		             "'%s' does not tell which kernel the module is built against; add -p "
		             "with the kernel's build tree",
		             file);
		return false;
	}
	if (source ? is_made_of(b, &command, source) : !is_made_by_link(&command))
		visit(s, &command);
	return true;
}

/* The commands of 'files' that are made of 'source'; NULL: all that CHECK mode sees. */
static bool add_files(struct search *s, const sg_text_list *files, const char *source)
{
	bool is_ok = true;

	for (uint32_t i = 0; i < files->count; i++) {
		is_ok &= add_file(s, files->items[i], source);
		sg_arena_reset(s->build->scratch);
	}
	return is_ok;
}

static const char *command_object(struct sg_build *b, const struct sg_compile_command *command)
{
	const char *object = command->object;

	for (uint32_t i = 0; !object && i + 1 < command->words.count; i++) {
		if (strcmp(command->words.items[i], "-o") == 0)
			object = command->words.items[i + 1];
	}
	return object ? sg_path_join(b->scratch, command->directory, object) : NULL;
}

static bool is_wanted(struct sg_build *b, const struct sg_compile_command *command,
                      const char *path, bool is_directory)
{
	const char *source = sg_path_join(b->scratch, command->directory, command->source);
	const char *object;

	if (is_directory)
		return sg_path_below(source, path) != NULL;
	object = command_object(b, command);
	return is_same_file(source, path) || (object && strcmp(object, path) == 0);
}

static bool may_be_unit(const struct sg_broken_command *broken)
{
	return !broken->command.source || ends_with(broken->command.source, ".c");
}

/* One that does not tell its source may belong to any directory. */
static void want_broken(struct sg_build *b, const char *path, bool is_directory)
{
	for (uint32_t i = 0; i < b->broken.count; i++) {
		struct sg_broken_command *broken = &b->broken.items[i];
		bool is_known = broken->command.source != NULL;

		if (is_known &&
		    (!may_be_unit(broken) || !is_wanted(b, &broken->command, path, is_directory)))
			continue;
		broken->is_wanted |= is_known || is_directory;
		b->found += is_known;
	}
}

static void find_in_database(struct search *s, const char *path, bool is_directory)
{
	struct sg_build *b = s->build;

	for (uint32_t i = 0; i < b->database.count; i++) {
		if (is_wanted(b, &b->database.items[i], path, is_directory))
			visit(s, &b->database.items[i]);
		sg_arena_reset(b->scratch);
	}
	want_broken(b, path, is_directory);
	sg_arena_reset(b->scratch);
}

/* Where the objects of what lies at 'path' are. */
static const char *in_build(struct sg_build *b, const char *path)
{
	const char *below = sg_path_below(path, b->source);

	return below && !sg_path_below(path, b->path) ? sg_path_join(b->arena, b->path, below)
	                                              : path;
}

static bool find_source(struct search *s, const char *path)
{
	struct sg_build *b = s->build;
	sg_text_list files = {0};
	uint32_t before = b->found;

	sg_cmd_file_list(b->arena, in_build(b, sg_path_directory(b->arena, path)), false, &files);
	if (!add_files(s, &files, path))
		return false;
	if (b->found == before && ends_with(path, ".c")) {
		files.count = 0;
		sg_cmd_file_list(b->arena, b->path, true, &files);
		return add_files(s, &files, path);
	}
	return true;
}

/* The absolute 'path' is a file or directory, or an object that has a command. */
static bool find_path(struct search *s, const char *path, bool is_directory)
{
	struct sg_build *b = s->build;
	sg_text_list files = {0};
	const char *file;

	if (b->has_database) {
		find_in_database(s, path, is_directory);
		return true;
	}
	if (is_directory) {
		sg_cmd_file_list(b->arena, in_build(b, path), true, &files);
		return add_files(s, &files, NULL);
	}
	if (!ends_with(path, ".o"))
		return find_source(s, path);
	file = sg_cmd_file_of_object(b->arena, in_build(b, path));
	if (access(file, F_OK) == 0)
		sg_vec_push(&files, b->arena, file);
	return add_files(s, &files, NULL);
}

static void set_not_found(const struct sg_build *b, const char *operand, bool is_there,
                          struct sg_error *error)
{
	if (!is_there)
		sg_error_set(error, NULL, 0, 0, "no such file or directory");
	else if (ends_with(operand, ".h"))
		sg_error_set(error, NULL, 0, 0,
		             "headers are analysed with the sources that include them");
	else
		sg_error_set(error, NULL, 0, 0,
		             "no compile command in '%s'; is it enabled in the configuration, and "
		             "built?",
		             b->path);
}

bool sg_build_find(struct sg_build *build, const char *operand, sg_command_visitor visitor,
                   void *context, struct sg_error *error)
{
	const char *const bases[] = {build->source, build->path, build->current};
	struct search search = {build, visitor, context, error};
	uint32_t before = build->found;
	const char *last = "";
	bool is_there = false;

	for (size_t i = 0; i < 2 * sizeof(bases) / sizeof(bases[0]); i++) {
		const char *path = sg_path_join(build->arena, bases[i / 2], operand);
		struct stat status;
		bool is_file;

		/* As it is called, then what it leads to: trees may be copies made of links. */
		if (i % 2)
			path = real_path(build->arena, path);
		if (!path || strcmp(path, last) == 0)
			continue;
		last = path;
		is_file = stat(path, &status) == 0;
		is_there |= is_file;
		if (!is_file && !ends_with(path, ".o"))
			continue;
		if (!find_path(&search, path, is_file && S_ISDIR(status.st_mode)))
			return false;
		if (build->found > before)
			return true;
	}
	set_not_found(build, operand, is_there, error);
	return false;
}

void sg_build_all(struct sg_build *build, sg_command_visitor visitor, void *context)
{
	struct search search = {build, visitor, context, NULL};
	sg_text_list files = {0};

	if (build->has_database) {
		for (uint32_t i = 0; i < build->database.count; i++) {
			visit(&search, &build->database.items[i]);
			sg_arena_reset(build->scratch);
		}
		for (uint32_t i = 0; i < build->broken.count; i++)
			build->broken.items[i].is_wanted = may_be_unit(&build->broken.items[i]);
		return;
	}
	sg_cmd_file_list(build->arena, build->path, true, &files);
	add_files(&search, &files, NULL);
}
