/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Many pieces of work, several at a time, each in its own process; results
 * come in the order of the pieces, whatever order they end in.
 */
#ifndef SG_DRIVER_POOL_H
#define SG_DRIVER_POOL_H

#include "driver/child.h"

struct sg_pool {
	uint32_t count; /* of pieces */
	uint32_t jobs;  /* at the same time; 0: one for each CPU.  A jobserver may give fewer */
	struct sg_child_limits limits;
	sg_child_work work; /* in a child */
	/* In this process; 'failure' is NULL when 'output' is complete. */
	void (*done)(void *context, uint32_t index, const struct sg_buf *output,
	             const char *failure);
	/* The same at once, in whatever order pieces end; NULL: not wanted. */
	void (*ended)(void *context, uint32_t index);
	void *context;
};

/* Failure texts live in 'arena'. */
void sg_pool_run(const struct sg_pool *pool, struct sg_arena *arena);

#endif
