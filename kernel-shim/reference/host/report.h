/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What went wrong, and where.
 *
 * shim_warn() records and goes on.  A kind that ends the run (BUG_*) does not
 * return: it goes to shim_catch(), or leaves the process.  Included by the
 * kernel's side and by the host's, so it uses no type of either.
 */
#ifndef SHIM_REPORT_H
#define SHIM_REPORT_H

enum shim_kind {
#define SHIM_KIND(name, ends_run) SHIM_##name,
#include "../kinds.def"
	SHIM_KIND_COUNT
};

/* What a warning does after it was recorded. */
enum shim_policy { SHIM_CONTINUE, SHIM_ABORT, SHIM_LONGJMP };

#define SHIM_MAX_FRAMES 6

struct shim_report {
	enum shim_kind kind;
	unsigned int program, input;
	const char *file; /* NULL: the place is in frames */
	unsigned int line;
	unsigned int frame_count;
	unsigned long frames[SHIM_MAX_FRAMES]; /* in the program, innermost first */
};

/* The records of all runs; past the capacity they are only counted. */
struct shim_reports {
	unsigned int count, lost, capacity;
	struct shim_report records[];
};

extern unsigned long shim_count[SHIM_KIND_COUNT];
extern enum shim_policy shim_policy;

const char *shim_kind_name(enum shim_kind kind);
_Bool shim_kind_ends_run(enum shim_kind kind);

/* file is NULL for the place in the program that led here. */
void shim_warn(enum shim_kind kind, const char *function, const char *file, unsigned int line);
__attribute__((noreturn)) void shim_die(enum shim_kind kind, const char *function);
__attribute__((noreturn)) void shim_die_at(enum shim_kind kind, const char *file,
                                           unsigned int line);
#define SHIM_WARN(kind) shim_warn(kind, __func__, (const char *)0, 0)
#define SHIM_DIE(kind) shim_die(kind, __func__)

/* As shim_warn(), for a signal: where it hit and the frame pointer then. */
void shim_warn_signal(enum shim_kind kind, unsigned long pc, unsigned long frame,
                      unsigned long stack);
__attribute__((noreturn)) void shim_die_signal(enum shim_kind kind, unsigned long pc,
                                               unsigned long frame, unsigned long stack);

/* Calls the function; the kind that ended it, or SHIM_KIND_COUNT when it returned. */
enum shim_kind shim_catch(void (*function)(void *), void *argument);

/* For the runner: where records go, whose they are, what is the program's code. */
void shim_record_into(struct shim_reports *reports);
void shim_record_as(unsigned int program, unsigned int input);
void shim_add_program_text(unsigned long start, unsigned long end);

#endif
