/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Tests of the reference.  A test file sees the shim's headers; harness.c, on the
 * host's side, prints Test Anything Protocol.
 */
#ifndef SHIM_TEST_H
#define SHIM_TEST_H

#include "../internal.h"

struct test {
	const char *name;
	void (*run)(void);
};

/* Each file has one table, which ends with a null name. */
extern const struct test tests[];

void test_report(bool is_ok, const char *what, const char *file, int line);
#define CHECK(condition) test_report(condition, #condition, __FILE__, __LINE__)

/* Takes the reports since the last look: exactly one, of the kind. */
#define CHECK_WARNS(kind) test_report(test_took_only(SHIM_##kind), "one " #kind, __FILE__, __LINE__)
#define CHECK_SILENT() test_report(test_took_none(), "silent", __FILE__, __LINE__)
bool test_took_only(enum shim_kind kind);
bool test_took_none(void);
/* Whatever was reported is not looked at. */
void test_forget(void);

/* The call ends the run with the kind. */
#define CHECK_DIES(function, argument, kind)                                                 \
	test_report(test_dies(function, argument) == SHIM_##kind, #function " ends: " #kind, \
	            __FILE__, __LINE__)
enum shim_kind test_dies(void (*function)(void *), void *argument);

/* The call, in a process of its own, ends by abort(). */
bool test_aborts(void (*function)(void *), void *argument);

/* A deterministic sequence. */
u32 test_random(u32 below);
void test_seed(u64 seed);
/* From the command line: how many rounds a random test makes. */
extern unsigned int test_rounds;

#endif
