/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any file is refused or gives a unit that survives both round trips.  Each
 * input is read as it is and with a header that fits it: a checksum keeps out
 * accidents, not somebody who computes it.
 */
#include "fuzz_ir.h"

#include <xxhash.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The layout of IR.md, on its own here: the test must not follow the writer. */
static void fit_header(uint8_t *file, size_t size)
{
	static const uint8_t start[12] = {0x89, 'S',  'G',  'O',          '\r',
	                                  '\n', 0x1a, '\n', SG_IR_VERSION};
	XXH128_canonical_t checksum;

	memcpy(file, start, sizeof(start));
	for (size_t i = 0; i < 4; i++)
		file[12 + i] = (uint8_t)(size / 4 >> 8 * i);
	XXH128_canonicalFromHash(&checksum, XXH3_128bits(file + 32, size - 32));
	memcpy(file + 16, &checksum, sizeof(checksum));
}

static void read_once(const uint8_t *data, size_t size)
{
	struct sg_arena *arena = sg_arena_new("fuzzing");
	struct sg_intern *intern = sg_intern_new();
	struct sg_error error;
	char key[256];
	const struct sg_unit *unit = sg_ir_read(arena, intern, data, size, "input", key, &error);

	if (unit) {
		check_text_form(unit);
		check_binary_form(unit);
	}
	sg_intern_free(intern);
	sg_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *file;

	read_once(data, size);
	size &= ~(size_t)3;
	if (size < 32)
		return 0;
	file = malloc(size);
	if (!file)
		return 0;
	memcpy(file, data, size);
	fit_header(file, size);
	read_once(file, size);
	free(file);
	return 0;
}
