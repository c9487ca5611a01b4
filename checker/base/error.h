/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Errors of the input are values: a function that can fail on bad input
 * returns false and fills a struct sg_error.  Broken invariants of sglint
 * itself go through sg_bug(), which prints and aborts.
 */
#ifndef SG_BASE_ERROR_H
#define SG_BASE_ERROR_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sg_error {
	char file[512]; /* "" when the error belongs to no file */
	uint32_t line;  /* 0 when unknown */
	uint32_t column;
	char text[768];
};

/* Fills 'error' (which may be NULL: then nobody wants to know). */
void sg_error_set(struct sg_error *error, const char *file, uint32_t line, uint32_t column,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));

/* "file:line:col: text" or "text", written to 'out' of 'size' bytes. */
void sg_error_format(const struct sg_error *error, char *out, uint32_t size);

void sg_bug(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

#ifdef __cplusplus
}
#endif

#endif
