// SPDX-License-Identifier: GPL-2.0-or-later
/* Fills lines with words. */
#include "driver/wrap.h"

#include <stdbool.h>
#include <string.h>
#include <sys/ioctl.h>

enum { DEFAULT_WIDTH = 80, NARROWEST = 40, WIDEST = 100 };

struct filler {
	struct sg_buf *out;
	uint32_t indent; /* of the next line */
	uint32_t width;
	uint32_t column; /* 0: nothing on this line yet */
};

uint32_t sg_wrap_width(int fd)
{
	struct winsize size;

	if (ioctl(fd, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
		return DEFAULT_WIDTH;
	if (size.ws_col < NARROWEST)
		return NARROWEST;
	return size.ws_col > WIDEST ? WIDEST : size.ws_col;
}

static void add_spaces(struct sg_buf *out, uint32_t count)
{
	while (count--)
		sg_buf_addc(out, ' ');
}

static void end_line(struct filler *f)
{
	if (f->column)
		sg_buf_addc(f->out, '\n');
	f->column = 0;
}

/* Characters, not bytes, of UTF-8. */
static uint32_t columns_of(const char *word, size_t length)
{
	uint32_t columns = 0;

	for (size_t i = 0; i < length; i++)
		columns += ((unsigned char)word[i] & 0xc0) != 0x80;
	return columns;
}

static void add_word(struct filler *f, const char *word, size_t length)
{
	uint32_t columns = columns_of(word, length);

	if (f->column && f->column + 1 + columns > f->width)
		end_line(f);
	if (f->column) {
		sg_buf_addc(f->out, ' ');
		f->column++;
	} else {
		add_spaces(f->out, f->indent);
		f->column = f->indent;
	}
	sg_buf_add(f->out, word, length);
	f->column += columns;
}

static void add_words(struct filler *f, const char *line, size_t length)
{
	const char *end = line + length;

	while (line < end) {
		const char *word = line;

		while (line < end && *line != ' ')
			line++;
		if (line > word)
			add_word(f, word, (size_t)(line - word));
		while (line < end && *line == ' ')
			line++;
	}
}

void sg_wrap(struct sg_buf *out, const char *text, uint32_t indent, uint32_t width)
{
	struct filler f = {.out = out, .indent = indent, .width = width};

	while (*text) {
		size_t length = strcspn(text, "\n");
		bool is_last = text[length + (text[length] == '\n')] == '\0';
		bool is_item = strncmp(text, "- ", 2) == 0;

		if (length == 0 || is_item) {
			end_line(&f);
			f.indent = indent;
		}
		if (length == 0 && !is_last)
			sg_buf_addc(out, '\n');
		if (is_item) {
			add_word(&f, text, 1);
			f.indent = indent + 2; /* below the item's text */
			add_words(&f, text + 2, length - 2);
		} else {
			add_words(&f, text, length);
		}
		text += length + (text[length] == '\n');
	}
	end_line(&f);
}

void sg_wrap_code(struct sg_buf *out, const char *code, uint32_t indent)
{
	while (*code) {
		size_t length = strcspn(code, "\n");

		if (length)
			add_spaces(out, indent);
		sg_buf_add(out, code, length);
		sg_buf_addc(out, '\n');
		code += length + (code[length] == '\n');
	}
}
