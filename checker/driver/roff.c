// SPDX-License-Identifier: GPL-2.0-or-later
/* Escapes what roff would make into something else. */
#include "driver/roff.h"

/* Input lines end at the first space from here on. */
enum { LINE_LENGTH = 60 };

static void add_character(struct sg_buf *out, char c)
{
	if (c == '\\')
		sg_buf_adds(out, "\\e");
	else if (c == '-')
		sg_buf_adds(out, "\\-"); /* a minus that can be copied */
	else if (c == '\'')
		sg_buf_adds(out, "\\(aq");
	else
		sg_buf_addc(out, c);
}

void sg_add_roff(struct sg_buf *out, const char *text)
{
	size_t line = out->length;

	for (; *text; text++) {
		if (*text == ' ' && out->length - line > LINE_LENGTH) {
			sg_buf_addc(out, '\n');
			line = out->length;
			continue;
		}
		if (*text == '.' && out->length == line)
			sg_buf_adds(out, "\\&"); /* no request */
		add_character(out, *text);
	}
}
