/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words of the text form.  What a character means depends on what the
 * parser expects next, so there is no token type: the parser asks for the thing
 * it wants.  Every function skips blanks first, and those that return false for
 * malformed text have filled the error.
 */
#ifndef SG_CORE_IR_LEX_H
#define SG_CORE_IR_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/intern.h"

/* What may stand in an unquoted name besides letters, digits and '_'. */
#define SG_IR_NAME_PLAIN ""
#define SG_IR_NAME_SYMBOL "."
#define SG_IR_NAME_RECORD "./:+-"
#define SG_IR_NAME_REASON "-"

struct sg_ir_lexer {
	const char *at;
	const char *end;
	const char *line_start;
	uint32_t line;
	struct sg_intern *intern;
	const char *file_name;
	struct sg_error *error;
	struct sg_buf text; /* of the quoted text being read */
};

void sg_ir_lexer_init(struct sg_ir_lexer *lexer, struct sg_intern *intern, const char *text,
                      size_t length, const char *file_name, struct sg_error *error);
void sg_ir_lexer_release(struct sg_ir_lexer *lexer);

/* Always false, with the message and the current position in the error. */
bool sg_lex_fail(struct sg_ir_lexer *lexer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* To the first line that is neither blank nor a comment; false at the end of the text. */
bool sg_lex_next_line(struct sg_ir_lexer *lexer);
/* The rest of the line must be blank or a comment. */
bool sg_lex_end_line(struct sg_ir_lexer *lexer);
void sg_lex_skip_line(struct sg_ir_lexer *lexer);

/* The next character, 0 at the end of the line. */
char sg_lex_peek(struct sg_ir_lexer *lexer);
/* Takes 'mark' when it is next. */
bool sg_lex_accept(struct sg_ir_lexer *lexer, const char *mark);
bool sg_lex_expect(struct sg_ir_lexer *lexer, const char *mark);
/* Takes the letters of 'word' when they are next and no letter follows. */
bool sg_lex_accept_word(struct sg_ir_lexer *lexer, const char *word);
/* A word of letters and '-', cut to 'size'; "" when there is none. */
void sg_lex_word(struct sg_ir_lexer *lexer, char *word, size_t size);

bool sg_lex_u64(struct sg_ir_lexer *lexer, uint64_t *value);
bool sg_lex_u32(struct sg_ir_lexer *lexer, uint32_t *value);
bool sg_lex_i64(struct sg_ir_lexer *lexer, int64_t *value);
/* A name, quoted or of letters, digits, '_' and the characters of 'also'. */
bool sg_lex_name(struct sg_ir_lexer *lexer, const char *also, sg_str *name);
bool sg_lex_quoted(struct sg_ir_lexer *lexer, sg_str *text);
/* True when 'text' may stand without quotes. */
bool sg_lex_is_plain(const char *text, const char *also);

#endif
