/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Work in a process of its own, so that a crash, an endless loop or a hunger
 * for memory loses that piece of work and nothing else.
 */
#ifndef SG_DRIVER_CHILD_H
#define SG_DRIVER_CHILD_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/buf.h"

/* 0: no limit. */
struct sg_child_limits {
	uint32_t seconds;
	uint32_t mebibytes;
};

/* Runs in the child; what it appends to 'out' comes back whole or not at all. */
typedef void (*sg_child_work)(void *context, uint32_t index, struct sg_buf *out);

struct sg_child {
	pid_t pid;
	int fd;            /* its output */
	int log_fd;        /* what it says on stderr, -1: nobody listens */
	uint64_t deadline; /* of sg_child_now(), UINT64_MAX: none */
	struct sg_buf output;
};

/* Milliseconds of a clock that only goes forward. */
uint64_t sg_child_now(void);

/* False with errno set when no process can be had. */
bool sg_child_start(struct sg_child *child, sg_child_work work, void *context, uint32_t index,
                    const struct sg_child_limits *limits);
/* Reads what is there; false at the end of the output. */
bool sg_child_read(struct sg_child *child);
/*
 * Waits for the end, after killing it when 'is_late'; frees everything but
 * 'output'.  Returns NULL when the output is complete, else what went wrong.
 */
const char *sg_child_finish(struct sg_child *child, struct sg_arena *arena, bool is_late,
                            const struct sg_child_limits *limits);

/*
 * One piece of work from start to end.  'output' is initialised and gets what
 * came back; returned is NULL or what went wrong.
 */
const char *sg_child_run(struct sg_arena *arena, sg_child_work work, void *context,
                         const struct sg_child_limits *limits, struct sg_buf *output);

#endif
