/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From plans to units of the IR. */
#ifndef SG_DRIVER_LOWER_H
#define SG_DRIVER_LOWER_H

#include "core/ir.h"
#include "driver/progress.h"
#include "driver/session.h"
#include "driver/unit_plan.h"
#include "report/run.h"

/* What became of the units of one run. */
struct sg_lowered {
	struct sg_arena *arena;
	struct sg_intern *intern;
	SG_VEC(struct sg_unit *) units; /* in the order of the plans */
	uint32_t asked;                 /* units that were to be analysed */
	uint32_t lost;                  /* that could not be */
	uint32_t degraded;              /* that have errors */
	uint32_t left_out;              /* that need not be analysed, see filter.h */
	uint32_t followed;              /* that are there because others made them matter */
	struct sg_progress *progress;   /* NULL: nobody is to see it */
	sg_unit_trouble_list troubles;  /* the lost and the degraded, for reports */
};

void sg_lowered_init(struct sg_lowered *lowered, struct sg_arena *arena, struct sg_intern *intern);

/* The lines about units that are lost or have errors: "sglint: WORD: NAME: REASON". */
void sg_lowered_message(struct sg_buf *out, const char *word, const char *name, const char *reason);
void sg_degraded_message(struct sg_buf *out, const char *name, uint32_t error_count,
                         const struct sg_error *first);

/* Notes for reports what is wrong with a unit. */
void sg_lowered_note(struct sg_lowered *lowered, enum sg_unit_trouble_kind kind, const char *name,
                     const char *reason);

/* Says on stderr that a unit is lost, and counts it. */
void sg_lowered_lose(struct sg_lowered *lowered, const char *name, const char *reason);
/* The same for what did not even come to be a plan; 'lowered' is a struct sg_lowered. */
void sg_lowered_refuse(void *lowered, const char *name, const char *reason);

/*
 * Lowers the units of the plans, each in its own process, under the limits of
 * the session's options.  False after noting why none can be lowered:
 * SG_EXIT_USAGE.
 */
bool sg_lower(struct sg_session *session, const sg_plan_list *plans, struct sg_lowered *lowered);

/* Brings units of several calls into the order of one that gets all plans. */
void sg_lowered_sort(struct sg_lowered *lowered);

#endif
