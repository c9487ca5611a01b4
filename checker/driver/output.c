// SPDX-License-Identifier: GPL-2.0-or-later
/* Writes reports; knows about full disks, closed pipes and renaming into place. */
#include "driver/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int fd, const char *data, size_t length)
{
	while (length > 0) {
		ssize_t written = write(fd, data, length);

		if (written >= 0) {
			data += written;
			length -= (size_t)written;
		} else if (errno == EAGAIN) { /* a pipe that somebody made non-blocking */
			poll(&(struct pollfd){.fd = fd, .events = POLLOUT}, 1, -1);
		} else if (errno != EINTR) {
			return false;
		}
	}
	return true;
}

/* What mkstemp() gives to its owner only gets the mode any new file would have. */
static bool set_mode(int fd, const char *path)
{
	struct stat old;
	mode_t mask = umask(0);

	umask(mask);
	return fchmod(fd, stat(path, &old) == 0 ? old.st_mode & 07777 : 0666 & ~mask) == 0;
}

static bool write_temporary(int fd, const char *path, const struct sg_buf *report)
{
	bool is_ok = set_mode(fd, path) && write_all(fd, report->data, report->length);
	int saved = errno;

	if (close(fd) < 0 && is_ok)
		return false;
	errno = saved;
	return is_ok;
}

/* Through a temporary file in the same directory. */
static bool replace(const char *path, const struct sg_buf *report)
{
	struct sg_buf temporary;
	bool is_ok;
	int fd, saved;

	if (access(path, F_OK) == 0 && access(path, W_OK) < 0)
		return false;
	sg_buf_init(&temporary);
	sg_buf_addf(&temporary, "%s.XXXXXX", path);
	fd = mkstemp(temporary.data);
	is_ok = fd >= 0 && write_temporary(fd, path, report) && rename(temporary.data, path) == 0;
	saved = errno;
	if (!is_ok && fd >= 0)
		unlink(temporary.data);
	sg_buf_release(&temporary);
	errno = saved;
	return is_ok;
}

static bool write_special(const char *path, const struct sg_buf *report)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	bool is_ok = fd >= 0 && write_all(fd, report->data, report->length);
	int saved = errno;

	if (fd >= 0)
		close(fd);
	errno = saved;
	return is_ok;
}

static bool write_file(const char *path, const struct sg_buf *report)
{
	char *target = realpath(path, NULL); /* a link stays, what it leads to is replaced */
	struct stat status;
	bool is_ok;

	if (target && stat(target, &status) == 0 && !S_ISREG(status.st_mode))
		is_ok = write_special(target, report);
	else
		is_ok = replace(target ? target : path, report);
	free(target);
	return is_ok;
}

/*
 * The open descriptor that 'path' means, -1: none.  Opening /dev/stdout would
 * give the file behind it, to be replaced, instead of the place in it.
 */
static int descriptor_of(const char *path)
{
	if (!path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0)
		return STDOUT_FILENO;
	return strcmp(path, "/dev/stderr") == 0 ? STDERR_FILENO : -1;
}

bool sg_output_write(const char *path, const struct sg_buf *report, struct sg_error *error)
{
	int fd = descriptor_of(path);

	if (fd >= 0) {
		if (write_all(fd, report->data, report->length))
			return true;
		sg_error_set(error, NULL, 0, 0, "cannot write the report: %s", strerror(errno));
		return false;
	}
	if (write_file(path, report))
		return true;
	sg_error_set(error, NULL, 0, 0, "cannot write '%s': %s", path, strerror(errno));
	return false;
}
