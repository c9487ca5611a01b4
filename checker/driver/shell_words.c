// SPDX-License-Identifier: GPL-2.0-or-later
/* Shell quoting: '...', "..." and backslash. */
#include "driver/shell_words.h"

#include <string.h>

#include "base/buf.h"

/* Appends one word; '*text' ends behind it.  False: an open quote. */
static bool read_word(const char **text, struct sg_buf *word)
{
	const char *p = *text;
	char quote = '\0';

	for (; *p; p++) {
		if (quote == '\'') {
			if (*p == '\'')
				quote = '\0';
			else
				sg_buf_addc(word, *p);
		} else if (*p == '\\' && p[1] && (!quote || strchr("\\\"$`\n", p[1]))) {
			if (*++p != '\n')
				sg_buf_addc(word, *p);
		} else if (*p == '"') {
			quote = quote ? '\0' : '"';
		} else if (quote) {
			sg_buf_addc(word, *p);
		} else if (*p == '\'') {
			quote = '\'';
		} else if (strchr(" \t\n;&|<>", *p)) {
			break;
		} else {
			sg_buf_addc(word, *p);
		}
	}
	*text = p;
	return !quote;
}

bool sg_shell_split(struct sg_arena *arena, const char *text, struct sg_shell_words *words)
{
	struct sg_buf word;
	bool is_ok = true;

	sg_buf_init(&word);
	for (;;) {
		text += strspn(text, " \t");
		if (!*text || strchr("\n;&|<>", *text))
			break;
		sg_buf_reset(&word);
		is_ok = read_word(&text, &word);
		if (!is_ok)
			break;
		sg_vec_push(words, arena, sg_arena_strdup(arena, word.data));
	}
	sg_buf_release(&word);
	return is_ok;
}
