/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The binary form: round trip, and everything that can be wrong with a file. */
#include "core/ir_binary.h"

#include <stdlib.h>

#include "ir_sample.h"
#include "tap.h"

struct fixture {
	struct sg_arena *arena;
	struct sg_intern *intern;
	struct sg_buf file;
};

/* NULL when the file is refused; the message is in 'error'. */
static struct sg_unit *read_bytes(struct fixture *f, const void *bytes, size_t size, char key[256],
                                  struct sg_error *error)
{
	sg_arena_reset(f->arena);
	return sg_ir_read(f->arena, f->intern, bytes, size, "x.sgo", key, error);
}

static void test_round_trip(struct tap *tap, struct fixture *f)
{
	struct sg_arena *arena = sg_arena_new("test, the other unit");
	struct sg_intern *other = sg_intern_new();
	struct sg_buf text, again;
	struct sg_unit *unit;
	char key[256];

	sg_buf_init(&text);
	sg_buf_init(&again);
	/* A table with other numbers: strings are interned anew. */
	sg_intern(other, "something else");
	unit = sg_ir_read(arena, other, f->file.data, f->file.length, "x.sgo", key, NULL);
	TAP_OK(tap, unit, "what was written is read");
	if (unit) {
		sg_ir_print(unit, &text);
		sg_ir_write(unit, key, &again);
	}
	TAP_IS(tap, key, "flags 1234", "the key comes back");
	TAP_IS(tap, text.data, ir_sample, "the unit is the same");
	TAP_OK(tap,
	       again.length == f->file.length && !memcmp(again.data, f->file.data, again.length),
	       "written again it has the same bytes");
	sg_buf_release(&text);
	sg_buf_release(&again);
	sg_intern_free(other);
	sg_arena_free(arena);
}

static void test_truncation(struct tap *tap, struct fixture *f)
{
	bool is_refused = true;
	struct sg_error error;
	char key[256];

	for (size_t size = 0; size < f->file.length; size++) {
		char *bytes = malloc(size + 1); /* of its own, so that reading past it shows */

		memcpy(bytes, f->file.data, size);
		is_refused &= !read_bytes(f, bytes, size, key, &error);
		free(bytes);
	}
	TAP_OK(tap, is_refused, "a file cut at any place is refused");
	TAP_IS(tap, error.text, "truncated", "with a message");
	TAP_IS(tap, error.file, "x.sgo", "that names the file");
}

static void test_flips(struct tap *tap, struct fixture *f)
{
	bool is_refused = true;
	char key[256];

	for (size_t bit = 0; bit < f->file.length * 8; bit++) {
		f->file.data[bit / 8] ^= (char)(1 << bit % 8);
		is_refused &= !read_bytes(f, f->file.data, f->file.length, key, NULL);
		f->file.data[bit / 8] ^= (char)(1 << bit % 8);
	}
	TAP_OK(tap, is_refused, "a file with any bit flipped is refused");
}

static void test_foreign(struct tap *tap, struct fixture *f)
{
	static const char elf[64] = "\177ELF";
	struct sg_error error;
	char key[256];

	TAP_OK(tap, !read_bytes(f, elf, sizeof(elf), key, &error), "a foreign file is refused");
	TAP_IS(tap, error.text, "no .sgo file", "with a message");
	f->file.data[8]++;
	TAP_OK(tap, !read_bytes(f, f->file.data, f->file.length, key, &error),
	       "another version is refused");
	TAP_IS(tap, error.text, "made by another version of sglint", "with a message");
	f->file.data[8]--;
	sg_buf_add(&f->file, "1234", 4);
	TAP_OK(tap, !read_bytes(f, f->file.data, f->file.length, key, NULL),
	       "a file with something after its end is refused");
	f->file.length -= 4;
}

int main(void)
{
	struct tap tap = {0};
	struct fixture f = {.arena = sg_arena_new("test"), .intern = sg_intern_new()};
	struct sg_unit *unit = ir_sample_unit(f.arena, f.intern);

	sg_buf_init(&f.file);
	sg_ir_write(unit, "flags 1234", &f.file);
	test_round_trip(&tap, &f);
	test_truncation(&tap, &f);
	test_flips(&tap, &f);
	test_foreign(&tap, &f);
	sg_buf_release(&f.file);
	sg_intern_free(f.intern);
	sg_arena_free(f.arena);
	return tap_done(&tap);
}
