// SPDX-License-Identifier: GPL-2.0-or-later
#include "report.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_TEXT_RANGES 4096
#define MAX_WALKED_FRAMES 64

struct text_range {
	unsigned long start, end;
};

unsigned long shim_count[SHIM_KIND_COUNT];
enum shim_policy shim_policy;

static struct shim_reports *records;
static unsigned int current_program, current_input, first_of_run;
static struct text_range text_ranges[MAX_TEXT_RANGES];
static size_t text_range_count;
static jmp_buf *catcher;
static enum shim_kind caught;

const char *shim_kind_name(enum shim_kind kind)
{
	static const char *const names[] = {
#define SHIM_KIND(name, ends_run) #name,
#include "../kinds.def"
	};

	return names[kind];
}

_Bool shim_kind_ends_run(enum shim_kind kind)
{
	static const _Bool ends[] = {
#define SHIM_KIND(name, ends_run) ends_run,
#include "../kinds.def"
	};

	return ends[kind];
}

void shim_record_into(struct shim_reports *reports)
{
	records = reports;
}

void shim_record_as(unsigned int program, unsigned int input)
{
	current_program = program;
	current_input = input;
	first_of_run = records ? records->count : 0;
}

void shim_add_program_text(unsigned long start, unsigned long end)
{
	if (text_range_count < MAX_TEXT_RANGES)
		text_ranges[text_range_count++] = (struct text_range){start, end};
}

static _Bool is_program_text(unsigned long pc)
{
	for (size_t i = 0; i < text_range_count; i++) {
		if (pc >= text_ranges[i].start && pc < text_ranges[i].end)
			return 1;
	}
	return 0;
}

static void add_frame(struct shim_report *report, unsigned long pc)
{
	if (report->frame_count < SHIM_MAX_FRAMES && is_program_text(pc))
		report->frames[report->frame_count++] = pc;
}

/*
 * Frame pointers are kept everywhere but in the C library, so the chain ends at
 * the first word that cannot be a frame of this stack.  The call is the
 * instruction before the return address.
 */
__attribute__((no_sanitize("address", "undefined"))) static void
walk(struct shim_report *report, unsigned long frame, unsigned long stack_end)
{
	for (int i = 0; i < MAX_WALKED_FRAMES; i++) {
		const unsigned long *words = (const unsigned long *)frame;

		if (frame % sizeof(*words) || !frame || frame > stack_end - 2 * sizeof(*words))
			return;
		add_frame(report, words[1] - 1);
		if (words[0] <= frame)
			return;
		frame = words[0];
	}
}

static unsigned long stack_end(void)
{
	static unsigned long end;
	pthread_attr_t attributes;
	void *base = NULL;
	size_t size = 0;

	if (end)
		return end;
	if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
		pthread_attr_getstack(&attributes, &base, &size);
		pthread_attr_destroy(&attributes);
	}
	end = (unsigned long)base + size;
	return end;
}

static _Bool is_same_place(const struct shim_report *a, const struct shim_report *b)
{
	return a->kind == b->kind && a->file == b->file && a->line == b->line &&
	       a->frame_count == b->frame_count &&
	       memcmp(a->frames, b->frames, a->frame_count * sizeof(a->frames[0])) == 0;
}

static void store(const struct shim_report *report)
{
	if (!records)
		return;
	for (unsigned int i = first_of_run; i < records->count; i++) {
		if (is_same_place(&records->records[i], report))
			return;
	}
	if (records->count == records->capacity) {
		records->lost++;
		return;
	}
	records->records[records->count] = *report;
	records->records[records->count].program = current_program;
	records->records[records->count].input = current_input;
	records->count++;
}

__attribute__((noreturn)) static void end_run(enum shim_kind kind)
{
	if (catcher) {
		caught = kind;
		longjmp(*catcher, 1);
	}
	if (records)
		_exit(0);
	abort();
}

static void note(const struct shim_report *report)
{
	shim_count[report->kind]++;
	store(report);
	if (shim_kind_ends_run(report->kind) || shim_policy == SHIM_LONGJMP)
		end_run(report->kind);
	if (shim_policy == SHIM_ABORT)
		abort();
}

static struct shim_report report_of(enum shim_kind kind, const char *file, unsigned int line)
{
	struct shim_report report = {.kind = kind, .file = file, .line = line};

	return report;
}

/* The function is for a debugger's breakpoint: a line of the program says more. */
void shim_warn(enum shim_kind kind, const char *function, const char *file, unsigned int line)
{
	struct shim_report report = report_of(kind, file, line);

	(void)function;
	if (!file)
		walk(&report, (unsigned long)__builtin_frame_address(0), stack_end());
	note(&report);
}

void shim_die(enum shim_kind kind, const char *function)
{
	shim_warn(kind, function, NULL, 0);
	end_run(kind);
}

void shim_die_at(enum shim_kind kind, const char *file, unsigned int line)
{
	shim_warn(kind, "", file, line);
	end_run(kind);
}

/*
 * A function of the C library has no frame when it is a leaf: its return address
 * is then on top of the stack.
 */
void shim_warn_signal(enum shim_kind kind, unsigned long pc, unsigned long frame,
                      unsigned long stack)
{
	struct shim_report report = report_of(kind, NULL, 0);

	add_frame(&report, pc);
	if (report.frame_count == 0 && stack && stack < stack_end())
		add_frame(&report, *(const unsigned long *)stack - 1);
	if (frame >= stack)
		walk(&report, frame, stack_end());
	note(&report);
}

void shim_die_signal(enum shim_kind kind, unsigned long pc, unsigned long frame,
                     unsigned long stack)
{
	shim_warn_signal(kind, pc, frame, stack);
	end_run(kind);
}

enum shim_kind shim_catch(void (*function)(void *), void *argument)
{
	jmp_buf here;
	jmp_buf *outer = catcher;

	catcher = &here;
	if (setjmp(here)) {
		catcher = outer;
		return caught;
	}
	function(argument);
	catcher = outer;
	return SHIM_KIND_COUNT;
}
