/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words of the text form: names, numbers, marks, lines. */
#include "core/ir_lex.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void sg_ir_lexer_init(struct sg_ir_lexer *lexer, struct sg_intern *intern, const char *text,
                      size_t length, const char *file_name, struct sg_error *error)
{
	*lexer = (struct sg_ir_lexer){.at = text,
	                              .end = text + length,
	                              .line_start = text,
	                              .line = 1,
	                              .intern = intern,
	                              .file_name = file_name,
	                              .error = error};
	sg_buf_init(&lexer->text);
}

void sg_ir_lexer_release(struct sg_ir_lexer *lexer)
{
	sg_buf_release(&lexer->text);
}

bool sg_lex_fail(struct sg_ir_lexer *lexer, const char *format, ...)
{
	char text[256];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	sg_error_set(lexer->error, lexer->file_name, lexer->line,
	             (uint32_t)(lexer->at - lexer->line_start) + 1, "%s", text);
	return false;
}

/* The C library's classes depend on the locale; these do not. */
static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name_char(char c, const char *also)
{
	return is_letter(c) || is_digit(c) || (c && strchr(also, c));
}

bool sg_lex_is_plain(const char *text, const char *also)
{
	/* A leading digit or '-' would read as a number, '.' as an index. */
	if (!*text || is_digit(*text) || *text == '-' || *text == '.')
		return false;
	while (*text && is_name_char(*text, also))
		text++;
	return !*text;
}

static void skip_blanks(struct sg_ir_lexer *lexer)
{
	while (lexer->at < lexer->end && (*lexer->at == ' ' || *lexer->at == '\t'))
		lexer->at++;
}

char sg_lex_peek(struct sg_ir_lexer *lexer)
{
	skip_blanks(lexer);
	return lexer->at < lexer->end && *lexer->at != '\n' ? *lexer->at : '\0';
}

void sg_lex_skip_line(struct sg_ir_lexer *lexer)
{
	const char *newline = memchr(lexer->at, '\n', (size_t)(lexer->end - lexer->at));

	if (!newline) {
		lexer->at = lexer->end;
		return;
	}
	lexer->at = newline + 1;
	lexer->line_start = lexer->at;
	lexer->line++;
}

/* Nothing but blanks or a comment is left on the line. */
static bool is_line_over(struct sg_ir_lexer *lexer)
{
	skip_blanks(lexer);
	return lexer->at == lexer->end || *lexer->at == '\n' ||
	       (lexer->end - lexer->at >= 2 && lexer->at[0] == '/' && lexer->at[1] == '/');
}

bool sg_lex_next_line(struct sg_ir_lexer *lexer)
{
	while (lexer->at < lexer->end && is_line_over(lexer))
		sg_lex_skip_line(lexer);
	return lexer->at < lexer->end;
}

bool sg_lex_end_line(struct sg_ir_lexer *lexer)
{
	if (!is_line_over(lexer))
		return sg_lex_fail(lexer, "expected the end of the line");
	sg_lex_skip_line(lexer);
	return true;
}

bool sg_lex_accept(struct sg_ir_lexer *lexer, const char *mark)
{
	size_t length = strlen(mark);

	skip_blanks(lexer);
	if ((size_t)(lexer->end - lexer->at) < length || memcmp(lexer->at, mark, length) != 0)
		return false;
	lexer->at += length;
	return true;
}

bool sg_lex_expect(struct sg_ir_lexer *lexer, const char *mark)
{
	return sg_lex_accept(lexer, mark) || sg_lex_fail(lexer, "expected '%s'", mark);
}

/* Length of the word of letters and '-' that is next. */
static size_t word_length(const struct sg_ir_lexer *lexer)
{
	const char *at = lexer->at;

	while (at < lexer->end && (is_letter(*at) || *at == '-'))
		at++;
	return (size_t)(at - lexer->at);
}

bool sg_lex_accept_word(struct sg_ir_lexer *lexer, const char *word)
{
	size_t length;

	skip_blanks(lexer);
	length = word_length(lexer);
	if (length != strlen(word) || memcmp(lexer->at, word, length) != 0)
		return false;
	lexer->at += length;
	return true;
}

void sg_lex_word(struct sg_ir_lexer *lexer, char *word, size_t size)
{
	size_t length;

	skip_blanks(lexer);
	length = word_length(lexer);
	snprintf(word, size, "%.*s", (int)(length < size ? length : size - 1), lexer->at);
	lexer->at += length;
}

bool sg_lex_u64(struct sg_ir_lexer *lexer, uint64_t *value)
{
	uint64_t number = 0;

	skip_blanks(lexer);
	if (lexer->at == lexer->end || !is_digit(*lexer->at))
		return sg_lex_fail(lexer, "expected a number");
	for (; lexer->at < lexer->end && is_digit(*lexer->at); lexer->at++) {
		uint64_t digit = (uint64_t)(*lexer->at - '0');

		if (number > (UINT64_MAX - digit) / 10)
			return sg_lex_fail(lexer, "the number is too large");
		number = number * 10 + digit;
	}
	*value = number;
	return true;
}

bool sg_lex_u32(struct sg_ir_lexer *lexer, uint32_t *value)
{
	uint64_t number;

	if (!sg_lex_u64(lexer, &number))
		return false;
	if (number > UINT32_MAX)
		return sg_lex_fail(lexer, "the number is too large");
	*value = (uint32_t)number;
	return true;
}

bool sg_lex_i64(struct sg_ir_lexer *lexer, int64_t *value)
{
	bool is_negative = sg_lex_accept(lexer, "-");
	uint64_t number;

	if (!sg_lex_u64(lexer, &number))
		return false;
	if (number > (uint64_t)INT64_MAX + is_negative)
		return sg_lex_fail(lexer, "the number is too large");
	*value = is_negative ? (int64_t)(0 - number) : (int64_t)number;
	return true;
}

static int hex_digit(char c)
{
	if (is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* What follows a backslash. */
static bool read_escape(struct sg_ir_lexer *lexer)
{
	char c = lexer->at < lexer->end ? *lexer->at : '\0';
	int high, low;

	if (c == 'n' || c == 't') {
		sg_buf_addc(&lexer->text, c == 'n' ? '\n' : '\t');
	} else if (c == '"' || c == '\\') {
		sg_buf_addc(&lexer->text, c);
	} else {
		high = lexer->end - lexer->at >= 3 && c == 'x' ? hex_digit(lexer->at[1]) : -1;
		low = high >= 0 ? hex_digit(lexer->at[2]) : -1;
		if (low < 0 || high + low == 0)
			return sg_lex_fail(lexer, "no such escape in a quoted text");
		sg_buf_addc(&lexer->text, (char)(high << 4 | low));
		lexer->at += 2;
	}
	lexer->at++;
	return true;
}

bool sg_lex_quoted(struct sg_ir_lexer *lexer, sg_str *text)
{
	if (!sg_lex_expect(lexer, "\""))
		return false;
	sg_buf_reset(&lexer->text);
	while (lexer->at < lexer->end && *lexer->at != '"') {
		char c = *lexer->at;

		if (c == '\n' || c == '\0')
			return sg_lex_fail(lexer, "a quoted text does not end on its line");
		lexer->at++;
		if (c != '\\')
			sg_buf_addc(&lexer->text, c);
		else if (!read_escape(lexer))
			return false;
	}
	if (!sg_lex_expect(lexer, "\""))
		return false;
	*text = sg_intern_n(lexer->intern, lexer->text.data, lexer->text.length);
	return true;
}

bool sg_lex_name(struct sg_ir_lexer *lexer, const char *also, sg_str *name)
{
	const char *start;

	if (sg_lex_peek(lexer) == '"')
		return sg_lex_quoted(lexer, name);
	start = lexer->at;
	while (lexer->at < lexer->end && is_name_char(*lexer->at, also))
		lexer->at++;
	if (lexer->at == start)
		return sg_lex_fail(lexer, "expected a name");
	*name = sg_intern_n(lexer->intern, start, (size_t)(lexer->at - start));
	return true;
}
