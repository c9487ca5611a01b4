// SPDX-License-Identifier: GPL-2.0-or-later
#include <inttypes.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../host/devices.h"
#include "../host/report.h"
#include "../host/switches.h"
#include "../host/world.h"

/* As in test.h, which only the other side can include. */
struct test {
	const char *name;
	void (*run)(void);
};

extern const struct test tests[];
void test_report(bool is_ok, const char *what, const char *file, int line);
bool test_took_only(enum shim_kind kind);
bool test_took_none(void);
void test_forget(void);
enum shim_kind test_dies(void (*function)(void *), void *argument);
bool test_aborts(void (*function)(void *), void *argument);
uint32_t test_random(uint32_t below);
void test_seed(uint64_t seed);
extern unsigned int test_rounds;

unsigned int test_rounds = 300;

static unsigned long seen[SHIM_KIND_COUNT];
static unsigned int failures;
static uint64_t state = 1;

void test_report(bool is_ok, const char *what, const char *file, int line)
{
	if (is_ok)
		return;
	failures++;
	printf("# %s:%d: not so: %s\n", file, line, what);
	for (unsigned int i = 0; i < SHIM_KIND_COUNT; i++) {
		if (shim_count[i] != seen[i])
			printf("#   reported: %s\n", shim_kind_name((enum shim_kind)i));
	}
}

static bool took(unsigned int wanted)
{
	bool is_only = true;

	for (unsigned int i = 0; i < SHIM_KIND_COUNT; i++) {
		if (shim_count[i] - seen[i] != (i == wanted))
			is_only = false;
	}
	if (is_only)
		memcpy(seen, shim_count, sizeof(seen));
	return is_only;
}

bool test_took_only(enum shim_kind kind)
{
	return took(kind);
}

bool test_took_none(void)
{
	return took(SHIM_KIND_COUNT);
}

void test_forget(void)
{
	memcpy(seen, shim_count, sizeof(seen));
}

enum shim_kind test_dies(void (*function)(void *), void *argument)
{
	enum shim_kind kind = shim_catch(function, argument);

	memcpy(seen, shim_count, sizeof(seen));
	return kind;
}

bool test_aborts(void (*function)(void *), void *argument)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		function(argument);
		_exit(0);
	}
	return child > 0 && waitpid(child, &status, 0) == child && WIFSIGNALED(status) &&
	       WTERMSIG(status) == SIGABRT;
}

void test_seed(uint64_t seed)
{
	state = seed * 2 + 1;
}

/* xorshift64* */
uint32_t test_random(uint32_t below)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (uint32_t)((state * UINT64_C(2685821657736338717)) >> 33) % below;
}

/* A test may end in a way that it did not expect; the others still run. */
static void run_test(void *argument)
{
	const struct test *test = argument;

	test->run();
}

static bool is_passed(const struct test *test)
{
	enum shim_kind end;

	failures = 0;
	shim_set_policy("mainline");
	test_forget();
	end = shim_catch(run_test, (void *)test);
	if (end != SHIM_KIND_COUNT) {
		failures++;
		printf("# ended by %s\n", shim_kind_name(end));
	}
	return failures == 0;
}

/* [-r ROUNDS] [NUMBER], of the one test to run */
int main(int argc, char **argv)
{
	unsigned int count = 0, only = 0;
	bool is_ok = true;

	if (argc > 2 && strcmp(argv[1], "-r") == 0) {
		test_rounds = (unsigned int)strtoul(argv[2], NULL, 10);
		argc -= 2;
		argv += 2;
	}
	if (argc > 1)
		only = (unsigned int)strtoul(argv[1], NULL, 10);
	shim_world_init();
	shim_devices_init();
	shim_catch_faults();
	for (const struct test *test = tests; test->name; test++) {
		bool is_wanted = ++count == only || !only;

		if (is_wanted && !is_passed(test)) {
			is_ok = false;
			printf("not ");
		}
		printf("ok %u - %s%s\n", count, test->name, is_wanted ? "" : " # SKIP");
	}
	printf("1..%u\n", count);
	return is_ok ? 0 : 1;
}
