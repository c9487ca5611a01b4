/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/buf.h"

#include "base/error.h"
#include "tap.h"

static void test_buf(struct tap *tap)
{
	struct sg_buf buf;

	sg_buf_init(&buf);
	TAP_IS(tap, buf.data, "", "a new buffer is an empty text");
	sg_buf_adds(&buf, "one");
	sg_buf_addc(&buf, ' ');
	sg_buf_addf(&buf, "%d%s", 2, "!");
	sg_buf_add(&buf, "abc", 1);
	TAP_IS(tap, buf.data, "one 2!a", "everything is appended");
	TAP_OK(tap, buf.length == 7, "and counted");
	sg_buf_reset(&buf);
	TAP_OK(tap, buf.length == 0 && !*buf.data, "a reset empties it");
	for (uint32_t i = 0; i < 10000; i++)
		sg_buf_addf(&buf, "%04u", i);
	TAP_OK(tap, buf.length == 40000 && !strcmp(buf.data + 39996, "9999"), "it grows");
	sg_buf_release(&buf);
}

static void test_error(struct tap *tap)
{
	struct sg_error error;
	char text[64];

	sg_error_set(&error, "file", 3, 4, "bad %s", "thing");
	sg_error_format(&error, text, sizeof(text));
	TAP_IS(tap, text, "file:3:4: bad thing", "an error with its place");
	sg_error_set(&error, "file", 3, 0, "bad");
	sg_error_format(&error, text, sizeof(text));
	TAP_IS(tap, text, "file:3: bad", "an error without column");
	sg_error_set(&error, "file", 0, 0, "bad");
	sg_error_format(&error, text, sizeof(text));
	TAP_IS(tap, text, "file: bad", "an error of a whole file");
	sg_error_set(&error, NULL, 0, 0, "bad");
	sg_error_format(&error, text, sizeof(text));
	TAP_IS(tap, text, "bad", "an error of no file");
	sg_error_set(NULL, NULL, 0, 0, "nobody asked");
}

int main(void)
{
	struct tap tap = {0};

	test_buf(&tap);
	test_error(&tap);
	return tap_done(&tap);
}
