/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Make's jobserver: one token for each process beside the one make started. */
#ifndef SG_DRIVER_JOBSERVER_H
#define SG_DRIVER_JOBSERVER_H

#include <stdbool.h>

#include "base/buf.h"

struct sg_jobserver {
	bool is_asked; /* make has one, so no process without a token */
	int read_fd;   /* -1: it cannot be reached; then there are no tokens */
	int write_fd;
	struct sg_buf tokens; /* held: they go back as they are */
};

/* 'makeflags' is MAKEFLAGS of the environment, may be NULL. */
void sg_jobserver_open(struct sg_jobserver *server, const char *makeflags);
/* Gives all tokens back. */
void sg_jobserver_close(struct sg_jobserver *server);

/* True when one more process may start; does not wait. */
bool sg_jobserver_acquire(struct sg_jobserver *server);
void sg_jobserver_release(struct sg_jobserver *server);

#endif
