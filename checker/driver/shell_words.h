/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Splits text into words as a POSIX shell does, without expanding anything. */
#ifndef SG_DRIVER_SHELL_WORDS_H
#define SG_DRIVER_SHELL_WORDS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/vec.h"

struct sg_shell_words {
	const char **items;
	uint32_t count;
	uint32_t capacity;
};

/*
 * The words of the first simple command: stops at an unquoted ; & | < > or
 * newline.  False when a quote stays open.
 */
bool sg_shell_split(struct sg_arena *arena, const char *text, struct sg_shell_words *words);

#endif
