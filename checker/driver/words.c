// SPDX-License-Identifier: GPL-2.0-or-later
/* A lexer for names only. */
#include "driver/words.h"

#include <string.h>

void sg_words_init(struct sg_words *words, const char *text, size_t length)
{
	*words = (struct sg_words){.at = text, .end = text + length, .is_line_start = true};
}

static bool is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name_part(char c)
{
	return is_name_start(c) || (c >= '0' && c <= '9');
}

static bool is_word(const char *text, size_t length, const char *word)
{
	return strlen(word) == length && memcmp(text, word, length) == 0;
}

static size_t name_length(const struct sg_words *w)
{
	size_t length = 0;

	while (w->at + length < w->end && is_name_part(w->at[length]))
		length++;
	return length;
}

/* A literal that is never closed ends with its line: an apostrophe in an #error. */
static void skip_literal(struct sg_words *w)
{
	char quote = *w->at++;

	for (; w->at < w->end && *w->at != quote && *w->at != '\n'; w->at++)
		if (*w->at == '\\' && w->at + 1 < w->end)
			w->at++;
	if (w->at < w->end && *w->at == quote)
		w->at++;
}

static void skip_block_comment(struct sg_words *w)
{
	const char *end = memmem(w->at, (size_t)(w->end - w->at), "*/", 2);

	w->at = end ? end + 2 : w->end;
}

static void skip_line_comment(struct sg_words *w)
{
	const char *end = memchr(w->at, '\n', (size_t)(w->end - w->at));

	w->at = end ? end : w->end;
}

static void skip_blanks(struct sg_words *w)
{
	while (w->at < w->end && (*w->at == ' ' || *w->at == '\t'))
		w->at++;
}

/* Behind a '#' that starts a line: true when it includes a file. */
static bool take_include(struct sg_words *w, struct sg_word *word)
{
	const char *end;
	size_t length;
	char close;

	skip_blanks(w);
	length = name_length(w);
	if (!is_word(w->at, length, "include") && !is_word(w->at, length, "include_next"))
		return false;
	w->at += length;
	skip_blanks(w);
	if (w->at == w->end || (*w->at != '"' && *w->at != '<'))
		return false;
	close = *w->at == '<' ? '>' : '"';
	end = memchr(w->at + 1, close, (size_t)(w->end - w->at - 1));
	if (!end)
		return false;
	*word = (struct sg_word){.kind = SG_WORD_INCLUDE,
	                         .text = w->at + 1,
	                         .length = (size_t)(end - w->at - 1),
	                         .is_quoted = close == '"'};
	w->at = end + 1;
	return true;
}

static bool starts(const struct sg_words *w, const char *text)
{
	return w->end - w->at >= 2 && w->at[0] == text[0] && w->at[1] == text[1];
}

static void take_name(struct sg_words *w, struct sg_word *word)
{
	size_t length = name_length(w);

	*word = (struct sg_word){.kind = w->next, .text = w->at, .length = length};
	w->next = SG_WORD_NAME;
	if (word->kind == SG_WORD_NAME &&
	    (is_word(w->at, length, "struct") || is_word(w->at, length, "union")))
		w->next = SG_WORD_TAG;
	w->at += length;
}

/* One character or pair that is part of no word. */
static void skip_other(struct sg_words *w)
{
	bool is_arrow = starts(w, "->");

	if (starts(w, "/*")) {
		skip_block_comment(w);
	} else if (starts(w, "//")) {
		skip_line_comment(w);
	} else if (*w->at == '"' || *w->at == '\'') {
		skip_literal(w);
	} else if (*w->at >= '0' && *w->at <= '9') {
		while (w->at < w->end && (*w->at == '.' || is_name_part(*w->at)))
			w->at++;
	} else if (strchr(" \t\r\n\\", *w->at)) {
		w->is_line_start |= *w->at == '\n';
		w->at++;
		return;
	} else {
		w->next = is_arrow || *w->at == '.' ? SG_WORD_MEMBER : SG_WORD_NAME;
		w->at += is_arrow ? 2 : 1;
	}
	w->is_line_start = false;
}

bool sg_words_next(struct sg_words *w, struct sg_word *word)
{
	while (w->at < w->end) {
		if (is_name_start(*w->at)) {
			w->is_line_start = false;
			take_name(w, word);
			return true;
		}
		if (*w->at == '#' && w->is_line_start) {
			w->at++;
			w->is_line_start = false;
			if (take_include(w, word))
				return true;
		} else {
			skip_other(w);
		}
	}
	return false;
}
