/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every unit that passes the verifier must satisfy; a violation aborts. */
#ifndef SG_TESTS_FUZZ_IR_H
#define SG_TESTS_FUZZ_IR_H

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "core/ir_binary.h"
#include "core/ir_text.h"

static inline void demand(bool is_true, const char *what)
{
	if (!is_true)
		sg_bug("fuzzing: %s", what);
}

static inline bool buffers_equal(const struct sg_buf *a, const struct sg_buf *b)
{
	return a->length == b->length && !memcmp(a->data, b->data, a->length);
}

/* print(parse(print(unit))) = print(unit) */
static inline void check_text_form(const struct sg_unit *unit)
{
	struct sg_buf first, second;
	struct sg_error error;
	const struct sg_unit *again;

	sg_buf_init(&first);
	sg_buf_init(&second);
	sg_ir_print(unit, &first);
	again = sg_ir_parse(unit->arena, unit->intern, first.data, first.length, "again", &error);
	demand(again, "what was printed does not parse");
	sg_ir_print(again, &second);
	demand(buffers_equal(&first, &second), "the text form changes when read and printed");
	sg_buf_release(&first);
	sg_buf_release(&second);
}

/* write(read(write(unit))) = write(unit), and what was read prints the same. */
static inline void check_binary_form(const struct sg_unit *unit)
{
	struct sg_buf first, second, text, text_again;
	struct sg_error error;
	const struct sg_unit *again;
	char key[256];

	sg_buf_init(&first);
	sg_buf_init(&second);
	sg_buf_init(&text);
	sg_buf_init(&text_again);
	sg_ir_write(unit, "key", &first);
	again = sg_ir_read(unit->arena, unit->intern, first.data, first.length, "again", key,
	                   &error);
	demand(again && !strcmp(key, "key"), "what was written does not read");
	sg_ir_write(again, key, &second);
	demand(buffers_equal(&first, &second), "the binary form changes when read and written");
	sg_ir_print(unit, &text);
	sg_ir_print(again, &text_again);
	demand(buffers_equal(&text, &text_again), "the binary form loses something");
	sg_buf_release(&first);
	sg_buf_release(&second);
	sg_buf_release(&text);
	sg_buf_release(&text_again);
}

#endif
