/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words of C source as it is written, without preprocessing it: fast, and
 * enough to tell what a file could possibly be about.
 */
#ifndef SG_DRIVER_WORDS_H
#define SG_DRIVER_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum sg_word_kind {
	SG_WORD_NAME,
	SG_WORD_MEMBER,  /* behind "->" or "." */
	SG_WORD_TAG,     /* behind "struct" or "union" */
	SG_WORD_INCLUDE, /* the file of an #include */
};

struct sg_word {
	enum sg_word_kind kind;
	const char *text;
	size_t length;
	bool is_quoted; /* INCLUDE: "..." and not <...> */
};

struct sg_words {
	const char *at;
	const char *end;
	bool is_line_start; /* only blanks so far */
	enum sg_word_kind next;
};

void sg_words_init(struct sg_words *words, const char *text, size_t length);
/* Comments, literals and numbers hold none; false at the end. */
bool sg_words_next(struct sg_words *words, struct sg_word *word);

#endif
