/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any text is refused or gives a unit that survives both round trips. */
#include "fuzz_ir.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sg_arena *arena = sg_arena_new("fuzzing");
	struct sg_intern *intern = sg_intern_new();
	struct sg_error error;
	const struct sg_unit *unit =
		sg_ir_parse(arena, intern, (const char *)data, size, "input", &error);

	if (unit) {
		check_text_form(unit);
		check_binary_form(unit);
	}
	sg_intern_free(intern);
	sg_arena_free(arena);
	return 0;
}
