// SPDX-License-Identifier: GPL-2.0-or-later
/* fork(), limits, and a pipe for the result. */
#include "driver/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

uint64_t sg_child_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* Pages of private data of this process, for the limit is on the sum. */
static uint64_t data_pages(void)
{
	unsigned long data = 0;
	FILE *file = fopen("/proc/self/statm", "re");

	if (file) {
		if (fscanf(file, "%*u %*u %*u %*u %*u %lu", &data) != 1)
			data = 0;
		fclose(file);
	}
	return data;
}

/* Clang's parser recurses as deep as the source nests. */
enum { STACK_MEBIBYTES = 64 };

static void set_stack(void)
{
	const rlim_t wanted = (rlim_t)STACK_MEBIBYTES << 20;
	struct rlimit stack;

	if (getrlimit(RLIMIT_STACK, &stack) < 0 || stack.rlim_cur >= wanted)
		return;
	stack.rlim_cur = stack.rlim_max < wanted ? stack.rlim_max : wanted;
	setrlimit(RLIMIT_STACK, &stack);
}

static void set_limits(const struct sg_child_limits *limits)
{
	rlim_t bytes = (rlim_t)data_pages() * (rlim_t)sysconf(_SC_PAGESIZE) +
	               ((rlim_t)limits->mebibytes << 20);

	set_stack();
	setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
	if (limits->mebibytes)
		setrlimit(RLIMIT_DATA, &(struct rlimit){bytes, bytes});
}

static void set_descriptors(int log_fd)
{
	int null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);

	dup2(null_fd, STDIN_FILENO);
	dup2(null_fd, STDOUT_FILENO);
	dup2(log_fd >= 0 ? log_fd : null_fd, STDERR_FILENO);
}

static bool write_all(int fd, const struct sg_buf *out)
{
	size_t at = 0;

	while (at < out->length) {
		ssize_t written = write(fd, out->data + at, out->length - at);

		if (written < 0 && errno != EINTR)
			return false;
		at += written < 0 ? 0 : (size_t)written;
	}
	return true;
}

static void run(sg_child_work work, void *context, uint32_t index, int fd)
{
	struct sg_buf out;

	sg_buf_init(&out);
	work(context, index, &out);
	_exit(write_all(fd, &out) ? 0 : 1);
}

bool sg_child_start(struct sg_child *child, sg_child_work work, void *context, uint32_t index,
                    const struct sg_child_limits *limits)
{
	pid_t parent = getpid();
	int fds[2];

	if (pipe2(fds, O_CLOEXEC) < 0)
		return false;
	child->log_fd = memfd_create("sglint-log", MFD_CLOEXEC);
	child->pid = fork();
	if (child->pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent)
			_exit(1);
		close(fds[0]);
		set_descriptors(child->log_fd);
		set_limits(limits);
		run(work, context, index, fds[1]);
	}
	close(fds[1]);
	if (child->pid < 0) {
		close(fds[0]);
		if (child->log_fd >= 0)
			close(child->log_fd);
		return false;
	}
	child->fd = fds[0];
	child->deadline =
		limits->seconds ? sg_child_now() + limits->seconds * UINT64_C(1000) : UINT64_MAX;
	sg_buf_init(&child->output);
	return true;
}

bool sg_child_read(struct sg_child *child)
{
	char chunk[65536];
	ssize_t got = read(child->fd, chunk, sizeof(chunk));

	if (got > 0)
		sg_buf_add(&child->output, chunk, (size_t)got);
	return got > 0 || (got < 0 && errno == EINTR);
}

/* The first line it said below the sanitizers' ruler, "" when it was silent. */
static const char *read_log(int fd, struct sg_arena *arena)
{
	char text[512];
	ssize_t length = fd >= 0 ? pread(fd, text, sizeof(text) - 1, 0) : 0;
	const char *line = text;

	if (length <= 0)
		return "";
	text[length] = '\0';
	if (text[strspn(text, "=")] == '\n')
		line += strspn(text, "=") + 1;
	return sg_arena_strndup(arena, line, strcspn(line, "\n"));
}

static const char *describe(struct sg_arena *arena, int status, const char *said,
                            const struct sg_child_limits *limits)
{
	bool is_memory = strstr(said, "memory") || strstr(said, "bad_alloc");
	const char *separator = said[0] ? ": " : "";

	if (limits->mebibytes && is_memory)
		return sg_arena_printf(arena, "needs more memory than %u MiB (--memory-limit)",
		                       limits->mebibytes);
	if (WIFSIGNALED(status))
		return sg_arena_printf(arena, "crashed (%s)%s%s", strsignal(WTERMSIG(status)),
		                       separator, said);
	return sg_arena_printf(arena, "gave up with status %d%s%s", WEXITSTATUS(status), separator,
	                       said);
}

const char *sg_child_finish(struct sg_child *child, struct sg_arena *arena, bool is_late,
                            const struct sg_child_limits *limits)
{
	const char *failure = NULL;
	int status = 0;

	if (is_late)
		kill(child->pid, SIGKILL);
	while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	if (is_late)
		failure = sg_arena_printf(arena, "still running after %u s (--timeout)",
		                          limits->seconds);
	else if (status != 0)
		failure = describe(arena, status, read_log(child->log_fd, arena), limits);
	close(child->fd);
	if (child->log_fd >= 0)
		close(child->log_fd);
	return failure;
}

const char *sg_child_run(struct sg_arena *arena, sg_child_work work, void *context,
                         const struct sg_child_limits *limits, struct sg_buf *output)
{
	struct sg_child child;
	bool is_late = false;
	const char *failure;

	sg_buf_init(output);
	if (!sg_child_start(&child, work, context, 0, limits))
		return sg_arena_printf(arena, "cannot start a process: %s", strerror(errno));
	while (!is_late) {
		uint64_t now = sg_child_now();
		int wait = -1;

		if (child.deadline != UINT64_MAX)
			wait = child.deadline > now ? (int)(child.deadline - now) : 0;
		if (poll(&(struct pollfd){.fd = child.fd, .events = POLLIN}, 1, wait) == 0)
			is_late = true;
		else if (!sg_child_read(&child))
			break;
	}
	failure = sg_child_finish(&child, arena, is_late, limits);
	sg_buf_release(output);
	*output = child.output;
	return failure;
}
