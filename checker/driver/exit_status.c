// SPDX-License-Identifier: GPL-2.0-or-later
/* Exit statuses in words, for stderr and for the man page. */
#include "driver/exit_status.h"

#include <stddef.h>

#include "base/error.h"
#include "driver/roff.h"

static const struct {
	int number;
	const char *word;
	const char *meaning;
} statuses[] = {
#define SG_EXIT_STATUS(name, number, word, meaning) {number, word, meaning},
#include "driver/exit_status.def"
#undef SG_EXIT_STATUS
};

enum { STATUS_COUNT = sizeof(statuses) / sizeof(statuses[0]) };

const char *sg_exit_word(enum sg_exit status)
{
	for (size_t i = 0; i < STATUS_COUNT; i++) {
		if (statuses[i].number == (int)status)
			return statuses[i].word;
	}
	sg_bug("no exit status %d", (int)status);
}

void sg_exit_manual(struct sg_buf *out)
{
	sg_buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < STATUS_COUNT; i++) {
		sg_buf_addf(out, ".It %d\n", statuses[i].number);
		sg_add_roff(out, statuses[i].meaning);
		sg_buf_adds(out, ".\n");
	}
	sg_buf_adds(out, ".El\n");
}
