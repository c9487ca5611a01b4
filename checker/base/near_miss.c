/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The nearest word by edit distance. */
#include "base/near_miss.h"

#include <stddef.h>
#include <string.h>

/* Edit distance, with both words cut at MAX_WORD. */
static uint32_t distance(const char *a, const char *b)
{
	enum { MAX_WORD = 63 };
	uint32_t row[MAX_WORD + 1];
	uint32_t a_length = (uint32_t)strnlen(a, MAX_WORD);
	uint32_t b_length = (uint32_t)strnlen(b, MAX_WORD);

	for (uint32_t j = 0; j <= b_length; j++)
		row[j] = j;
	for (uint32_t i = 1; i <= a_length; i++) {
		uint32_t diagonal = row[0];

		row[0] = i;
		for (uint32_t j = 1; j <= b_length; j++) {
			uint32_t best = diagonal + (a[i - 1] != b[j - 1]);

			diagonal = row[j];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
		}
	}
	return row[b_length];
}

const char *sg_near_miss(const char *text, const char *const *words, uint32_t word_count)
{
	uint32_t best = (uint32_t)strlen(text) / 3 + 1; /* a third of the letters wrong */
	const char *near = NULL;

	for (uint32_t i = 0; i < word_count; i++) {
		uint32_t d = distance(text, words[i]);

		if (d < best || (d == best && !near)) {
			best = d;
			near = words[i];
		}
	}
	return near;
}
