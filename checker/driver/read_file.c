// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Reads to the end rather than trusting a size: /proc files have none.  A pipe or
 * a device in a hostile tree would never end, so only files are read.
 */
#include "driver/read_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

/* Like read(2), over interruptions. */
static ssize_t read_some(int fd, void *data, size_t size)
{
	ssize_t length;

	do {
		length = read(fd, data, size);
	} while (length < 0 && errno == EINTR);
	return length;
}

int sg_open_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	int reason;

	if (fd < 0 || (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)))
		return fd;
	reason = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
	close(fd);
	errno = reason;
	return -1;
}

bool sg_read_file(struct sg_arena *arena, const char *path, const char **text, size_t *length,
                  struct sg_error *error)
{
	char chunk[16384];
	struct sg_buf contents;
	ssize_t got = -1;
	int fd = sg_open_file(path);

	sg_buf_init(&contents);
	while (fd >= 0 && (got = read_some(fd, chunk, sizeof(chunk))) > 0)
		sg_buf_add(&contents, chunk, (size_t)got);
	if (got < 0)
		sg_error_set(error, NULL, 0, 0, "cannot read '%s': %s", path, strerror(errno));
	*text = sg_arena_strndup(arena, contents.data, contents.length);
	*length = contents.length;
	sg_buf_release(&contents);
	if (fd >= 0)
		close(fd);
	return got >= 0;
}
