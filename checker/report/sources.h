/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The scanned source, line by line, for reports that show or measure it.  The
 * files come from the caller: a report can be about a tree that is not on disk.
 */
#ifndef SG_REPORT_SOURCES_H
#define SG_REPORT_SOURCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct sg_sources;

/*
 * The contents of 'file', named as in a finding, in 'arena'; false when there
 * is no such file, or none that a report may show.
 */
typedef bool sg_source_read(void *context, struct sg_arena *arena, const char *file,
                            const char **text, size_t *length);

/* Keeps 'context' for 'read'; each file is asked for once. */
struct sg_sources *sg_sources_new(struct sg_arena *arena, sg_source_read *read, void *context);

/* How many lines 'file' has; 0 when it cannot be had. */
uint32_t sg_sources_line_count(struct sg_sources *sources, const char *file);

/* Line 'line', counted from 1, without its end; NULL when there is none. */
const char *sg_sources_line(struct sg_sources *sources, const char *file, uint32_t line,
                            size_t *length);

/*
 * How many bytes the word (or the one character) at a place has, 0 when the
 * place is not in the source.  'column' counts bytes from 1.
 */
uint32_t sg_sources_word(struct sg_sources *sources, const char *file, uint32_t line,
                         uint32_t column);

#endif
