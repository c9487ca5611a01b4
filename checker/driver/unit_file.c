// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Trailer, from the end: 8 bytes magic, 8 bytes checksum and 4 bytes length of
 * the note (little endian).  The note is a sequence of strings: key, directory,
 * the number of inputs and the inputs, the number of fingerprints and those.
 * A string is the number of bytes it has in common with the one before it, the
 * length of the rest, and the rest: inputs are sorted, and mostly share their
 * directories.
 */
#include "driver/unit_file.h"

#include <endian.h>
#include <string.h>

#include "base/map.h"
#include "driver/read_file.h"

static const char magic[8] = {'S', 'G', 'N', 'O', 'T', 'E', '0', '1'};

enum { TRAILER_SIZE = 4 + 8 + 8 };

static void put_word(struct sg_buf *out, uint32_t word)
{
	word = htole32(word);
	sg_buf_add(out, &word, sizeof(word));
}

/* Seven bits a byte, the lowest first; most numbers here are small. */
static void put_number(struct sg_buf *out, size_t number)
{
	for (; number >= 0x80; number >>= 7)
		sg_buf_addc(out, (char)(number | 0x80));
	sg_buf_addc(out, (char)number);
}

static void put_text(struct sg_buf *out, const char *before, const char *text)
{
	size_t common = 0;

	while (text[common] && text[common] == before[common])
		common++;
	put_number(out, common);
	put_number(out, strlen(text) - common);
	sg_buf_adds(out, text + common);
}

static void put_list(struct sg_buf *out, const sg_text_list *list)
{
	put_number(out, list->count);
	for (uint32_t i = 0; i < list->count; i++)
		put_text(out, i ? list->items[i - 1] : "", list->items[i]);
}

void sg_unit_file_add_note(struct sg_buf *out, const struct sg_unit_note *note)
{
	size_t start = out->length;
	uint64_t checksum;

	put_text(out, "", note->key);
	put_text(out, "", note->directory);
	put_list(out, &note->inputs);
	put_list(out, &note->printed);
	checksum = htole64(sg_hash_bytes(out->data + start, out->length - start));
	put_word(out, (uint32_t)(out->length - start));
	sg_buf_add(out, &checksum, sizeof(checksum));
	sg_buf_add(out, magic, sizeof(magic));
}

/* What is left to read of a note. */
struct reader {
	struct sg_arena *arena;
	const char *at;
	const char *end;
	bool is_ok;
};

static size_t get_number(struct reader *r)
{
	size_t number = 0;

	for (unsigned shift = 0; r->at < r->end && shift < 35; shift += 7) {
		unsigned char byte = (unsigned char)*r->at++;

		number |= (size_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return number;
	}
	r->is_ok = false;
	return 0;
}

static const char *get_text(struct reader *r, const char *before)
{
	size_t common = get_number(r);
	size_t rest = get_number(r);
	char *text;

	if (!r->is_ok || common > strlen(before) || rest > (size_t)(r->end - r->at)) {
		r->is_ok = false;
		return "";
	}
	text = sg_arena_alloc(r->arena, common + rest + 1);
	memcpy(text, before, common);
	memcpy(text + common, r->at, rest);
	r->at += rest;
	return text;
}

static void get_list(struct reader *r, sg_text_list *list)
{
	size_t count = get_number(r);

	*list = (sg_text_list){0};
	for (size_t i = 0; r->is_ok && i < count; i++) {
		const char *text = get_text(r, i ? list->items[i - 1] : "");

		sg_vec_push(list, r->arena, text);
	}
}

bool sg_unit_file_parse(struct sg_arena *arena, const char *data, size_t size, const char *name,
                        size_t *image_size, struct sg_unit_note *note, struct sg_error *error)
{
	struct reader r = {.arena = arena, .is_ok = true};
	uint64_t checksum;
	uint32_t length;

	if (size < TRAILER_SIZE || memcmp(data + size - sizeof(magic), magic, sizeof(magic)) != 0) {
		sg_error_set(error, name, 0, 0, "no unit of this version of sglint, or truncated");
		return false;
	}
	r.end = data + size - TRAILER_SIZE;
	memcpy(&length, r.end, sizeof(length));
	memcpy(&checksum, r.end + sizeof(length), sizeof(checksum));
	length = le32toh(length);
	r.is_ok = length <= size - TRAILER_SIZE;
	r.at = r.end - (r.is_ok ? length : 0);
	r.is_ok = r.is_ok && le64toh(checksum) == sg_hash_bytes(r.at, length);
	*image_size = (size_t)(r.at - data);
	if (r.is_ok) {
		note->key = get_text(&r, "");
		note->directory = get_text(&r, "");
		get_list(&r, &note->inputs);
		get_list(&r, &note->printed);
	}
	if (!r.is_ok || r.at != r.end) {
		sg_error_set(error, name, 0, 0, "the file is damaged");
		return false;
	}
	return true;
}

bool sg_unit_file_read_note(struct sg_arena *arena, const char *path, struct sg_unit_note *note,
                            struct sg_error *error)
{
	const char *data;
	size_t size, image_size;

	return sg_read_file(arena, path, &data, &size, error) &&
	       sg_unit_file_parse(arena, data, size, path, &image_size, note, error);
}
