/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How far a long run has come, on stderr: one line that is written over on a
 * terminal, and elsewhere a line of its own now and then.
 */
#ifndef SG_DRIVER_PROGRESS_H
#define SG_DRIVER_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct sg_progress {
	bool is_terminal;
	bool is_shown; /* the terminal's line is there */
	uint32_t total;
	uint32_t done;
	uint64_t started; /* milliseconds of some clock */
	uint64_t next;    /* when to say something again */
};

void sg_progress_start(struct sg_progress *progress, uint32_t total, uint64_t now);
/* One more unit is done. */
void sg_progress_step(struct sg_progress *progress, uint64_t now);
/* Takes the line away, before something else is said. */
void sg_progress_clear(struct sg_progress *progress);

#endif
