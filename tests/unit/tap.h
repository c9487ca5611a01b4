/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Test Anything Protocol: one line a check, the plan at the end. */
#ifndef SG_TESTS_UNIT_TAP_H
#define SG_TESTS_UNIT_TAP_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct tap {
	uint32_t count;
	uint32_t failed;
};

#define TAP_OK(tap, condition, what) tap_report((tap), (condition), (what), __FILE__, __LINE__)
#define TAP_IS(tap, got, expected, what) \
	tap_text((tap), (got), (expected), (what), __FILE__, __LINE__)

static inline bool tap_report(struct tap *tap, bool is_ok, const char *what, const char *file,
                              int line)
{
	printf("%sok %u - %s\n", is_ok ? "" : "not ", ++tap->count, what);
	if (!is_ok) {
		tap->failed++;
		printf("# %s:%d\n", file, line);
	}
	return is_ok;
}

static inline void tap_text(struct tap *tap, const char *got, const char *expected,
                            const char *what, const char *file, int line)
{
	if (!tap_report(tap, strcmp(got, expected) == 0, what, file, line))
		printf("# got      '%s'\n# expected '%s'\n", got, expected);
}

/* The exit status of the test program. */
static inline int tap_done(const struct tap *tap)
{
	printf("1..%u\n", tap->count);
	return tap->failed != 0;
}

#endif
