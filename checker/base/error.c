/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Errors as values, and the one way to stop on a bug of sglint itself. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void sg_error_set(struct sg_error *error, const char *file, uint32_t line, uint32_t column,
                  const char *format, ...)
{
	va_list args;

	if (!error)
		return;
	snprintf(error->file, sizeof(error->file), "%s", file ? file : "");
	error->line = line;
	error->column = column;
	va_start(args, format);
	vsnprintf(error->text, sizeof(error->text), format, args);
	va_end(args);
}

void sg_error_format(const struct sg_error *error, char *out, uint32_t size)
{
	if (!error->file[0])
		snprintf(out, size, "%s", error->text);
	else if (!error->line)
		snprintf(out, size, "%s: %s", error->file, error->text);
	else if (!error->column)
		snprintf(out, size, "%s:%u: %s", error->file, error->line, error->text);
	else
		snprintf(out, size, "%s:%u:%u: %s", error->file, error->line, error->column,
		         error->text);
}

void sg_bug(const char *format, ...)
{
	va_list args;

	fputs("sglint: internal error: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	abort();
}
