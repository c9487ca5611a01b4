// SPDX-License-Identifier: GPL-2.0-or-later
/* The front end runs in children; units come back as the .sgo files hold them. */
#include "driver/lower.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/ir_binary.h"
#include "driver/front.h"
#include "driver/pool.h"
#include "driver/resources.h"
#include "report/plain.h"

/* Before the image in what a child hands back. */
struct header {
	uint32_t error_count;
	struct sg_error first_error;
};

struct run {
	struct sg_session *session;
	const sg_plan_list *plans;
	struct sg_lowered *lowered;
	const char *override_header;
};

void sg_lowered_init(struct sg_lowered *lowered, struct sg_arena *arena, struct sg_intern *intern)
{
	*lowered = (struct sg_lowered){.arena = arena, .intern = intern};
}

void sg_lowered_message(struct sg_buf *out, const char *word, const char *name, const char *reason)
{
	sg_buf_addf(out, "sglint: %s: ", word);
	sg_add_plain(out, name);
	sg_buf_adds(out, ": ");
	sg_add_plain(out, reason);
	sg_buf_addc(out, '\n');
}

void sg_degraded_message(struct sg_buf *out, const char *name, uint32_t error_count,
                         const struct sg_error *first)
{
	char text[sizeof(*first) + 32];
	struct sg_buf reason;

	sg_error_format(first, text, sizeof(text));
	sg_buf_init(&reason);
	sg_buf_addf(&reason, "%u error%s, the first: %s", error_count, error_count == 1 ? "" : "s",
	            text);
	sg_lowered_message(out, "degraded", name, reason.data);
	sg_buf_release(&reason);
}

static void print(struct sg_lowered *lowered, const struct sg_buf *line)
{
	if (lowered->progress)
		sg_progress_clear(lowered->progress);
	fputs(line->data, stderr);
}

static void say(struct sg_lowered *lowered, const char *word, const char *name, const char *reason)
{
	struct sg_buf line;

	sg_buf_init(&line);
	sg_lowered_message(&line, word, name, reason);
	print(lowered, &line);
	sg_buf_release(&line);
}

void sg_lowered_note(struct sg_lowered *lowered, enum sg_unit_trouble_kind kind, const char *name,
                     const char *reason)
{
	sg_vec_push(&lowered->troubles, lowered->arena,
	            (struct sg_unit_trouble){kind, sg_arena_strdup(lowered->arena, name),
	                                     sg_arena_strdup(lowered->arena, reason)});
}

void sg_lowered_lose(struct sg_lowered *lowered, const char *name, const char *reason)
{
	lowered->lost++;
	sg_lowered_note(lowered, SG_UNIT_LOST, name, reason);
	say(lowered, "lost", name, reason);
}

void sg_lowered_refuse(void *lowered, const char *name, const char *reason)
{
	struct sg_lowered *l = lowered;

	l->asked++;
	sg_lowered_lose(l, name, reason);
}

static void degrade(struct sg_lowered *lowered, const char *name, const struct header *header)
{
	char reason[sizeof(header->first_error)];
	struct sg_buf line;

	lowered->degraded++;
	sg_error_format(&header->first_error, reason, sizeof(reason));
	sg_lowered_note(lowered, SG_UNIT_DEGRADED, name, reason);
	sg_buf_init(&line);
	sg_degraded_message(&line, name, header->error_count, &header->first_error);
	print(lowered, &line);
	sg_buf_release(&line);
}

static void lower_one(void *context, uint32_t index, struct sg_buf *out)
{
	const struct run *run = context;
	const struct sg_unit_plan *plan = &run->plans->items[index];
	struct sg_arena *arena = sg_arena_new("unit");
	struct sg_frontend_result result;
	struct header header = {0};

	sg_front_run(arena, sg_intern_new(), plan, run->override_header, run->session->rules,
	             &result);
	header.error_count = result.error_count;
	header.first_error = result.first_error;
	sg_buf_add(out, &header, sizeof(header));
	if (result.unit)
		sg_ir_write(result.unit, "", out);
}

static void take_unit(struct run *run, const struct sg_unit_plan *plan, const struct header *header,
                      const char *image, size_t size)
{
	struct sg_lowered *lowered = run->lowered;
	char key[256], text[sizeof(struct sg_error)];
	struct sg_error error = header->first_error;
	struct sg_unit *unit = NULL;

	if (size > 0)
		unit = sg_ir_read(lowered->arena, lowered->intern, image, size, plan->name, key,
		                  &error);
	if (!unit) {
		sg_error_format(&error, text, sizeof(text));
		sg_lowered_lose(lowered, plan->name, text);
		return;
	}
	sg_vec_push(&lowered->units, lowered->arena, unit);
	if (header->error_count > 0)
		degrade(lowered, plan->name, header);
}

static void take_result(void *context, uint32_t index, const struct sg_buf *output,
                        const char *failure)
{
	struct run *run = context;
	const struct sg_unit_plan *plan = &run->plans->items[index];
	struct header header;

	if (failure) {
		sg_lowered_lose(run->lowered, plan->name, failure);
		return;
	}
	memcpy(&header, output->data, sizeof(header));
	take_unit(run, plan, &header, output->data + sizeof(header),
	          output->length - sizeof(header));
}

static void end_unit(void *context, uint32_t index)
{
	struct run *run = context;

	(void)index;
	sg_progress_step(run->lowered->progress, sg_child_now());
}

/* Keeps those whose source is there; Clang would only say less about the others. */
static void check_sources(struct run *run, sg_plan_list *readable)
{
	for (uint32_t i = 0; i < run->plans->count; i++) {
		const struct sg_unit_plan *plan = &run->plans->items[i];
		const char *problem = NULL;
		bool is_empty = false;

		run->lowered->asked++;
		if (!sg_front_check_source(run->lowered->arena, plan, &is_empty, &problem)) {
			sg_lowered_lose(run->lowered, plan->source, problem);
			continue;
		}
		if (is_empty)
			say(run->lowered, "note", plan->source, "the file is empty");
		sg_vec_push(readable, run->lowered->arena, *plan);
	}
}

bool sg_lower(struct sg_session *session, const sg_plan_list *plans, struct sg_lowered *lowered)
{
	struct run run = {.session = session, .plans = plans, .lowered = lowered};
	sg_plan_list readable = {0};
	struct sg_error error;
	struct sg_pool pool = {
		.jobs = session->options.jobs,
		.limits = {session->options.timeout, session->options.memory_limit},
		.work = lower_one,
		.done = take_result,
		.ended = lowered->progress ? end_unit : NULL,
		.context = &run,
	};

	run.override_header = sg_resources_override_header(lowered->arena, &error);
	if (!run.override_header) {
		sg_session_end(session, SG_EXIT_USAGE, "%s", error.text);
		return false;
	}
	check_sources(&run, &readable);
	run.plans = &readable;
	pool.count = readable.count;
	if (lowered->progress)
		sg_progress_start(lowered->progress, readable.count, sg_child_now());
	sg_pool_run(&pool, lowered->arena);
	if (lowered->progress)
		sg_progress_clear(lowered->progress);
	return true;
}

static int by_name(const void *a, const void *b)
{
	const struct sg_unit *const *x = a, *const *y = b;
	int order = strcmp(sg_text(*x, (*x)->object), sg_text(*y, (*y)->object));

	return order ? order : strcmp(sg_text(*x, (*x)->source), sg_text(*y, (*y)->source));
}

void sg_lowered_sort(struct sg_lowered *lowered)
{
	if (lowered->units.count > 0)
		qsort(lowered->units.items, lowered->units.count, sizeof(*lowered->units.items),
		      by_name);
}
