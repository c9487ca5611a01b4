// SPDX-License-Identifier: GPL-2.0-or-later
/* The protocol is in "POSIX Jobserver Interaction" of make's manual. */
#include "driver/jobserver.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The last --jobserver-auth counts; make 4.1 and older call it -fds. */
static const char *find_auth(const char *makeflags)
{
	static const char *const names[] = {"--jobserver-auth=", "--jobserver-fds="};
	const char *found = NULL;

	for (size_t i = 0; !found && i < sizeof(names) / sizeof(names[0]); i++) {
		const char *at = makeflags;

		while ((at = strstr(at, names[i]))) {
			at += strlen(names[i]);
			found = at;
		}
	}
	return found;
}

/*
 * A descriptor of our own for the pipe: that it does not block must not be
 * seen by the other processes that share make's.
 */
static int reopen(const char *path, int flags)
{
	return open(path, flags | O_NONBLOCK | O_CLOEXEC);
}

static void open_pipe(struct sg_jobserver *server, int read_fd, int write_fd)
{
	char path[64];

	if (read_fd < 0 || write_fd < 0)
		return;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", read_fd);
	server->read_fd = reopen(path, O_RDONLY);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", write_fd);
	server->write_fd = reopen(path, O_WRONLY);
}

static void open_fifo(struct sg_jobserver *server, const char *name)
{
	char path[4096];
	size_t length = strcspn(name, " ");

	if (length >= sizeof(path))
		return;
	memcpy(path, name, length);
	path[length] = '\0';
	server->read_fd = reopen(path, O_RDWR);
	server->write_fd = server->read_fd;
}

void sg_jobserver_open(struct sg_jobserver *server, const char *makeflags)
{
	const char *auth = makeflags ? find_auth(makeflags) : NULL;
	int read_fd, write_fd;

	*server = (struct sg_jobserver){.is_asked = auth != NULL, .read_fd = -1, .write_fd = -1};
	sg_buf_init(&server->tokens);
	if (auth && strncmp(auth, "fifo:", 5) == 0)
		open_fifo(server, auth + 5);
	else if (auth && sscanf(auth, "%d,%d", &read_fd, &write_fd) == 2)
		open_pipe(server, read_fd, write_fd);
	if (server->write_fd < 0 && server->read_fd >= 0) {
		close(server->read_fd);
		server->read_fd = -1;
	}
}

void sg_jobserver_close(struct sg_jobserver *server)
{
	while (server->tokens.length > 0)
		sg_jobserver_release(server);
	sg_buf_release(&server->tokens);
	if (server->write_fd >= 0 && server->write_fd != server->read_fd)
		close(server->write_fd);
	if (server->read_fd >= 0)
		close(server->read_fd);
}

bool sg_jobserver_acquire(struct sg_jobserver *server)
{
	char token;

	if (!server->is_asked)
		return true;
	if (server->read_fd < 0 || read(server->read_fd, &token, 1) != 1)
		return false;
	sg_buf_addc(&server->tokens, token);
	return true;
}

void sg_jobserver_release(struct sg_jobserver *server)
{
	ssize_t written;

	if (server->tokens.length == 0)
		return;
	server->tokens.length--;
	do {
		written = write(server->write_fd, server->tokens.data + server->tokens.length, 1);
	} while (written < 0 && errno == EINTR);
}
