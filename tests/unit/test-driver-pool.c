// SPDX-License-Identifier: GPL-2.0-or-later
/* Children that crash, hang or eat memory; the order of results; make's jobserver. */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "driver/jobserver.h"
#include "driver/pool.h"
#include "tap.h"

enum { PIECES = 12, CRASHES = 3, HANGS = 5 };

struct run {
	struct tap *tap;
	uint32_t next;
	uint32_t failures;
};

static void work(void *context, uint32_t index, struct sg_buf *out)
{
	(void)context;
	signal(SIGABRT, SIG_DFL);
	sg_buf_addf(out, "half of %u, ", index);
	if (index == CRASHES)
		abort();
	if (index == HANGS)
		pause();
	/* Later pieces end sooner. */
	usleep((PIECES - index) * 5000);
	for (uint32_t i = 0; i < 50000; i++)
		sg_buf_addf(out, "%u ", index);
}

static void done(void *context, uint32_t index, const struct sg_buf *output, const char *failure)
{
	static const char *const expected[PIECES] = {
		[CRASHES] = "crashed (Aborted)",
		[HANGS] = "still running after 1 s (--timeout)",
	};
	struct run *run = context;

	TAP_OK(run->tap, index == run->next++, "results come in order");
	TAP_IS(run->tap, failure ? failure : "", expected[index] ? expected[index] : "",
	       "what went wrong");
	if (!failure)
		TAP_OK(run->tap, output->length > 100000, "the output is whole");
	run->failures += failure != NULL;
}

static void test_pool(struct tap *tap, struct sg_arena *arena, uint32_t jobs)
{
	struct run run = {.tap = tap};
	const struct sg_pool pool = {
		.count = PIECES,
		.jobs = jobs,
		.limits = {.seconds = 1},
		.work = work,
		.done = done,
		.context = &run,
	};

	sg_pool_run(&pool, arena);
	TAP_OK(tap, run.next == PIECES, "each piece is heard of");
	TAP_OK(tap, run.failures == 2, "only two are lost");
}

static void eat_memory(void *context, uint32_t index, struct sg_buf *out)
{
	(void)context, (void)index, (void)out;
	signal(SIGABRT, SIG_DFL);
	for (;;) {
		char *block = malloc(1 << 20);

		if (!block) {
			fputs("out of memory\n", stderr);
			abort();
		}
		memset(block, 1, 1 << 20);
	}
}

static void out_of_memory(void *context, uint32_t index, const struct sg_buf *output,
                          const char *failure)
{
	struct run *run = context;

	(void)index, (void)output;
	TAP_IS(run->tap, failure ? failure : "", "needs more memory than 64 MiB (--memory-limit)",
	       "what went wrong");
	run->failures++;
}

/* With more time than a slow machine and the sanitizers take to eat that much. */
static void test_memory_limit(struct tap *tap, struct sg_arena *arena)
{
	struct run run = {.tap = tap};
	const struct sg_pool pool = {
		.count = 2,
		.jobs = 2,
		.limits = {.seconds = 60, .mebibytes = 64},
		.work = eat_memory,
		.done = out_of_memory,
		.context = &run,
	};

	sg_pool_run(&pool, arena);
	TAP_OK(tap, run.failures == 2, "both are heard of");
}

static void test_jobserver(struct tap *tap, struct sg_arena *arena)
{
	struct sg_jobserver server;
	char flags[64], tokens[3] = "";
	int fds[2];

	sg_jobserver_open(&server, NULL);
	TAP_OK(tap, sg_jobserver_acquire(&server), "without make every process may start");
	sg_jobserver_close(&server);
	sg_jobserver_open(&server, " -j4 --jobserver-auth=77,78");
	TAP_OK(tap, !sg_jobserver_acquire(&server), "out of reach means no tokens");
	sg_jobserver_close(&server);
	TAP_OK(tap, pipe(fds) == 0 && write(fds[1], "ab", 2) == 2, "two tokens");
	snprintf(flags, sizeof(flags), " -j3 --jobserver-auth=%d,%d", fds[0], fds[1]);
	sg_jobserver_open(&server, flags);
	TAP_OK(tap, sg_jobserver_acquire(&server), "the first");
	TAP_OK(tap, sg_jobserver_acquire(&server), "the second");
	TAP_OK(tap, !sg_jobserver_acquire(&server), "there is no third, and no waiting");
	sg_jobserver_close(&server);
	TAP_OK(tap, read(fds[0], tokens, 2) == 2, "both are back");
	TAP_IS(tap, tokens, "ba", "as they were");
	TAP_OK(tap, write(fds[1], "ab", 2) == 2, "two tokens again");
	setenv("MAKEFLAGS", flags, 1);
	test_pool(tap, arena, 8);
	TAP_OK(tap, read(fds[0], tokens, 3) == 2, "the pool gives back what it took");
	unsetenv("MAKEFLAGS");
}

int main(void)
{
	struct sg_arena *arena = sg_arena_new("test");
	struct tap tap = {0};

	unsetenv("MAKEFLAGS");
	setvbuf(stdout, NULL, _IOLBF, 0); /* children must not inherit half a report */
	test_pool(&tap, arena, 1);
	test_pool(&tap, arena, 5);
	test_memory_limit(&tap, arena);
	test_jobserver(&tap, arena);
	sg_arena_free(arena);
	return tap_done(&tap);
}
