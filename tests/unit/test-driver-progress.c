// SPDX-License-Identifier: GPL-2.0-or-later
/* What a long run says of itself, on a terminal and elsewhere. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "driver/progress.h"
#include "tap.h"

/* What was written to stderr, which is a file, since the last call. */
static const char *said(void)
{
	static char text[512];
	ssize_t length = pread(STDERR_FILENO, text, sizeof(text) - 1, 0);

	text[length > 0 ? length : 0] = '\0';
	if (ftruncate(STDERR_FILENO, 0) < 0 || lseek(STDERR_FILENO, 0, SEEK_SET) < 0)
		return "the file cannot be emptied";
	return text;
}

static void test_log(struct tap *tap)
{
	struct sg_progress progress;

	sg_progress_start(&progress, 200, 1000);
	progress.done = 39;
	sg_progress_step(&progress, 30999);
	TAP_IS(tap, said(), "", "nothing before half a minute");
	progress.done = 59;
	sg_progress_step(&progress, 31000);
	TAP_IS(tap, said(), "sglint: 60 of 200 units (30%), 2.0/s, 1 min left\n", "then a line");
	progress.done = 60;
	sg_progress_step(&progress, 31001);
	sg_progress_clear(&progress);
	TAP_IS(tap, said(), "", "and none for another half a minute");
}

static void test_terminal(struct tap *tap)
{
	struct sg_progress progress;

	sg_progress_start(&progress, 100000, 0);
	progress.is_terminal = true;
	progress.done = 9;
	sg_progress_step(&progress, 30000);
	TAP_IS(tap, said(), "sglint: 10 of 100000 units (0%), 0.3/s, 83 h 19 min left\033[K\r",
	       "a line to be written over");
	sg_progress_clear(&progress);
	TAP_IS(tap, said(), "\033[K", "it is taken away");
	sg_progress_clear(&progress);
	TAP_IS(tap, said(), "", "once");
}

int main(void)
{
	struct tap tap = {0};
	FILE *file = tmpfile();

	if (!file || dup2(fileno(file), STDERR_FILENO) < 0)
		return 1;
	test_log(&tap);
	test_terminal(&tap);
	return tap_done(&tap);
}
