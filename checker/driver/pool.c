// SPDX-License-Identifier: GPL-2.0-or-later
/* Starts children while there is work and a job for it, and polls their pipes. */
#include "driver/pool.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "driver/jobserver.h"

/* More would only wait for each other's memory. */
enum { MAX_JOBS = 512 };

struct slot {
	struct sg_child child;
	uint32_t index; /* of the piece */
};

/* A piece that has ended and waits for its turn. */
struct result {
	struct sg_buf output;
	const char *failure;
	bool is_done;
};

struct run {
	const struct sg_pool *pool;
	struct sg_arena *arena;
	struct sg_jobserver server;
	uint32_t jobs;
	struct slot *slots; /* the first 'running' are in use */
	uint32_t running;
	struct pollfd *fds; /* one a slot, and one for tokens */
	struct result *results;
	uint32_t next;      /* piece to start */
	uint32_t delivered; /* pieces handed over */
};

static uint32_t job_count(const struct sg_pool *pool)
{
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);
	uint32_t jobs = pool->jobs ? pool->jobs : (uint32_t)(cpus > 0 ? cpus : 1);

	if (jobs > pool->count)
		jobs = pool->count;
	return jobs < MAX_JOBS ? jobs : MAX_JOBS;
}

static void deliver(struct run *run)
{
	while (run->delivered < run->pool->count && run->results[run->delivered].is_done) {
		struct result *result = &run->results[run->delivered];

		run->pool->done(run->pool->context, run->delivered, &result->output,
		                result->failure);
		sg_buf_release(&result->output);
		run->delivered++;
	}
}

static void end_piece(struct run *run, uint32_t index, const struct sg_buf *output,
                      const char *failure)
{
	run->results[index] = (struct result){*output, failure, true};
	if (run->pool->ended)
		run->pool->ended(run->pool->context, index);
	deliver(run);
}

static void start_pieces(struct run *run)
{
	const struct sg_pool *pool = run->pool;

	while (run->running < run->jobs && run->next < pool->count) {
		struct slot *slot = &run->slots[run->running];

		/* The first one runs on the token that make gave to this process. */
		if (run->running > 0 && !sg_jobserver_acquire(&run->server))
			return;
		slot->index = run->next++;
		if (sg_child_start(&slot->child, pool->work, pool->context, slot->index,
		                   &pool->limits)) {
			run->running++;
			continue;
		}
		sg_buf_init(&slot->child.output);
		end_piece(
			run, slot->index, &slot->child.output,
			sg_arena_printf(run->arena, "cannot start a process: %s", strerror(errno)));
	}
}

static int wait_time(const struct run *run)
{
	uint64_t now = sg_child_now(), first = UINT64_MAX;

	for (uint32_t i = 0; i < run->running; i++) {
		if (run->slots[i].child.deadline < first)
			first = run->slots[i].child.deadline;
	}
	if (first == UINT64_MAX)
		return -1;
	return first > now ? (int)(first - now) : 0;
}

static void wait_for_news(struct run *run)
{
	bool wants_more = run->running < run->jobs && run->next < run->pool->count;

	for (uint32_t i = 0; i < run->running; i++)
		run->fds[i] = (struct pollfd){.fd = run->slots[i].child.fd, .events = POLLIN};
	run->fds[run->running] = (struct pollfd){
		.fd = wants_more ? run->server.read_fd : -1,
		.events = POLLIN,
	};
	if (poll(run->fds, run->running + 1, wait_time(run)) < 0) {
		for (uint32_t i = 0; i < run->running; i++)
			run->fds[i].revents = 0;
	}
}

static void finish(struct run *run, uint32_t at, bool is_late)
{
	struct slot slot = run->slots[at];
	const char *failure = sg_child_finish(&slot.child, run->arena, is_late, &run->pool->limits);

	sg_jobserver_release(&run->server);
	run->slots[at] = run->slots[--run->running];
	end_piece(run, slot.index, &slot.child.output, failure);
}

static void handle_news(struct run *run)
{
	uint64_t now = sg_child_now();

	/* Backwards, because finish() moves the last slot into the gap. */
	for (uint32_t i = run->running; i-- > 0;) {
		struct sg_child *child = &run->slots[i].child;

		if (run->fds[i].revents && !sg_child_read(child))
			finish(run, i, false);
		else if (now >= child->deadline)
			finish(run, i, true);
	}
}

void sg_pool_run(const struct sg_pool *pool, struct sg_arena *arena)
{
	struct run run = {.pool = pool, .arena = arena, .jobs = job_count(pool)};

	run.slots = SG_NEW_ARRAY(arena, struct slot, run.jobs);
	run.fds = SG_NEW_ARRAY(arena, struct pollfd, run.jobs + 1);
	run.results = SG_NEW_ARRAY(arena, struct result, pool->count);
	sg_jobserver_open(&run.server, getenv("MAKEFLAGS"));
	while (run.delivered < pool->count) {
		start_pieces(&run);
		if (run.running > 0) {
			wait_for_news(&run);
			handle_news(&run);
		}
	}
	sg_jobserver_close(&run.server);
}
