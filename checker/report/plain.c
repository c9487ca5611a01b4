// SPDX-License-Identifier: GPL-2.0-or-later
/* Decodes UTF-8 strictly and lets only what is harmless on a terminal through. */
#include "report/plain.h"

#include <stdbool.h>

/* Bytes of the UTF-8 sequence 'p' starts, its character in '*code'; 0: none. */
static unsigned decode(const unsigned char *p, uint32_t *code)
{
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned length;

	if (p[0] < 0x80) {
		*code = p[0];
		return 1;
	}
	length = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	*code = p[0] & (0x7fu >> length);
	for (unsigned i = 1; i < length; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		*code = *code << 6 | (p[i] & 0x3f);
	}
	if (*code < smallest[length] || *code > 0x10ffff || (*code >= 0xd800 && *code < 0xe000))
		return 0;
	return length;
}

/* Marks and overrides of text direction, and the two line separators. */
static bool is_deceptive(uint32_t code)
{
	return code == 0x61c || code == 0x200e || code == 0x200f ||
	       (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

void sg_add_plain(struct sg_buf *out, const char *text)
{
	const unsigned char *p = (const unsigned char *)text;

	while (*p) {
		uint32_t code = 0;
		unsigned length = decode(p, &code);

		if (length == 0) {
			sg_buf_addf(out, "\\x%02x", *p);
			length = 1;
		} else if (code < 0x20 || (code >= 0x7f && code < 0xa0)) {
			sg_buf_addf(out, "\\x%02x", code);
		} else if (is_deceptive(code)) {
			sg_buf_addf(out, "\\u%04x", code);
		} else {
			sg_buf_add(out, p, length);
		}
		p += length;
	}
}
