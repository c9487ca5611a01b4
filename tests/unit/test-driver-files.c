// SPDX-License-Identifier: GPL-2.0-or-later
/* Paths as text, and the notes behind the units of CHECK mode. */
#include "driver/path.h"
#include "driver/unit_file.h"
#include "tap.h"

static struct sg_arena *arena;

static void test_join(struct tap *tap)
{
	static const struct {
		const char *directory, *path, *expected;
	} rows[] = {
		{"/a/b", "c", "/a/b/c"},   {"/a/b", "./c//d/.", "/a/b/c/d"},
		{"/a/b", "../../c", "/c"}, {"/a/b", "../../../c", "/c"},
		{"/a/b", "/c/../d", "/d"}, {"/a/b", ".", "/a/b"},
		{"/", "a", "/a"},          {"/", "..", "/"},
		{".", "a", "a"},           {"a", "..", "."},
		{"a", "../..", ".."},      {"..", "../a", "../../a"},
		{"/a/b/", "../c", "/a/c"}, {"", "a", "a"},
	};

	for (uint32_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		TAP_IS(tap, sg_path_join(arena, rows[i].directory, rows[i].path), rows[i].expected,
		       rows[i].path);
}

static const char *below(const char *path, const char *directory)
{
	const char *rest = sg_path_below(path, directory);

	return rest ? rest : "(elsewhere)";
}

static void test_parts(struct tap *tap)
{
	TAP_IS(tap, below("/a/b/c", "/a"), "b/c", "below");
	TAP_IS(tap, below("/a", "/a"), "", "the same");
	TAP_IS(tap, below("/ab", "/a"), "(elsewhere)", "a longer name");
	TAP_IS(tap, below("/a", "/"), "a", "below the root");
	TAP_IS(tap, sg_path_directory(arena, "/a/b"), "/a", "directory");
	TAP_IS(tap, sg_path_directory(arena, "/a"), "/", "directory of a file in the root");
	TAP_IS(tap, sg_path_directory(arena, "a"), ".", "directory of a bare name");
	TAP_IS(tap, sg_path_name("/a/b"), "b", "name");
}

static void make_file(struct sg_buf *file)
{
	struct sg_unit_note note = {.key = "sglint-unit-1 0123", .directory = "/build"};

	sg_vec_push(&note.inputs, arena, "include/linux/io.h");
	sg_vec_push(&note.inputs, arena, "include/linux/iopoll.h");
	sg_vec_push(&note.inputs, arena, "drivers/x.c");
	sg_vec_push(&note.printed, arena, "sglint/v1:00");
	sg_buf_init(file);
	sg_buf_adds(file, "the image");
	sg_unit_file_add_note(file, &note);
}

static void test_note(struct tap *tap)
{
	struct sg_unit_note note;
	struct sg_buf file;
	size_t image_size;

	make_file(&file);
	TAP_OK(tap,
	       sg_unit_file_parse(arena, file.data, file.length, "x", &image_size, &note, NULL),
	       "reads what it wrote");
	TAP_OK(tap, image_size == strlen("the image"), "where the image ends");
	TAP_IS(tap, note.key, "sglint-unit-1 0123", "key");
	TAP_IS(tap, note.directory, "/build", "directory");
	TAP_OK(tap, note.inputs.count == 3 && note.printed.count == 1, "lists");
	TAP_IS(tap, note.inputs.items[1], "include/linux/iopoll.h", "an input");
	TAP_IS(tap, note.inputs.items[2], "drivers/x.c", "another input");
	TAP_IS(tap, note.printed.items[0], "sglint/v1:00", "a fingerprint");
	sg_buf_release(&file);
}

/* Cut anywhere or with any byte changed, the note is refused. */
static void test_damage(struct tap *tap)
{
	struct sg_unit_note note;
	struct sg_buf file;
	size_t image_size;
	uint32_t accepted = 0;

	make_file(&file);
	for (size_t i = 0; i < file.length; i++)
		accepted += sg_unit_file_parse(arena, file.data, i, "x", &image_size, &note, NULL);
	TAP_OK(tap, accepted == 0, "no truncated file passes");
	for (size_t i = strlen("the image"); i < file.length; i++) {
		file.data[i] = (char)(file.data[i] ^ 0x55);
		accepted += sg_unit_file_parse(arena, file.data, file.length, "x", &image_size,
		                               &note, NULL);
		file.data[i] = (char)(file.data[i] ^ 0x55);
	}
	TAP_OK(tap, accepted == 0, "no damaged note passes");
	sg_buf_release(&file);
}

int main(void)
{
	struct tap tap = {0};

	arena = sg_arena_new("test");
	test_join(&tap);
	test_parts(&tap);
	test_note(&tap);
	test_damage(&tap);
	sg_arena_free(arena);
	return tap_done(&tap);
}
