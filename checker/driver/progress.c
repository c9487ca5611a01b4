// SPDX-License-Identifier: GPL-2.0-or-later
/* Says it seldom enough not to be a burden, and often enough not to look dead. */
#include "driver/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Milliseconds between two lines. */
enum { TERMINAL_INTERVAL = 200, LOG_INTERVAL = 30 * 1000 };

void sg_progress_start(struct sg_progress *progress, uint32_t total, uint64_t now)
{
	const char *terminal = getenv("TERM");

	*progress = (struct sg_progress){
		.is_terminal = isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0,
		.total = total,
		.started = now,
	};
	progress->next = now + (progress->is_terminal ? TERMINAL_INTERVAL : LOG_INTERVAL);
}

/* "2 h 5 min", "5 min", "40 s" */
static void format_time(uint64_t seconds, char *text, size_t size)
{
	if (seconds >= 3600)
		snprintf(text, size, "%u h %u min", (unsigned)(seconds / 3600),
		         (unsigned)(seconds % 3600 / 60));
	else if (seconds >= 60)
		snprintf(text, size, "%u min", (unsigned)(seconds / 60));
	else
		snprintf(text, size, "%u s", (unsigned)seconds);
}

static void show(struct sg_progress *progress, uint64_t now)
{
	uint64_t elapsed = now - progress->started;
	uint64_t left = elapsed * (progress->total - progress->done) / progress->done / 1000;
	double rate = elapsed ? progress->done * 1000.0 / (double)elapsed : 0;
	char time[32];

	format_time(left, time, sizeof(time));
	fprintf(stderr, "sglint: %u of %u units (%u%%), %.1f/s, %s left%s", progress->done,
	        progress->total, (unsigned)(progress->done * UINT64_C(100) / progress->total), rate,
	        time, progress->is_terminal ? "\033[K\r" : "\n");
	fflush(stderr);
	progress->is_shown = progress->is_terminal;
}

void sg_progress_step(struct sg_progress *progress, uint64_t now)
{
	progress->done++;
	if (now < progress->next)
		return;
	show(progress, now);
	progress->next = now + (progress->is_terminal ? TERMINAL_INTERVAL : LOG_INTERVAL);
}

void sg_progress_clear(struct sg_progress *progress)
{
	if (progress->is_shown)
		fputs("\033[K", stderr);
	progress->is_shown = false;
}
