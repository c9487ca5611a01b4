/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From the build tree of the options to the plans of the units that are wanted of it. */
#ifndef SG_DRIVER_PLANNER_H
#define SG_DRIVER_PLANNER_H

#include "driver/build.h"
#include "driver/session.h"
#include "driver/unit_plan.h"

/* Gets what cannot be planned: a source, the file its command is in, or an operand. */
typedef void (*sg_plan_refused)(void *context, const char *name, const char *reason);

struct sg_planner {
	struct sg_session *session;
	struct sg_build build;
	struct sg_plan_context context;
	sg_plan_list *plans;
	sg_plan_refused refused;
	void *refused_context;
};

/*
 * Opens the tree of --build.  Plans go to 'plans', in the session's arena and
 * intern table.  False after noting what is wrong with it: SG_EXIT_USAGE.
 */
bool sg_planner_open(struct sg_planner *planner, struct sg_session *session, sg_plan_list *plans,
                     sg_plan_refused refused, void *refused_context);

/* All units of an operand, as sg_build_find() takes it. */
void sg_planner_add(struct sg_planner *planner, const char *operand);
/* All units of the tree. */
void sg_planner_add_all(struct sg_planner *planner);

/* Refuses the broken commands that were wanted, warns of others, and closes the tree. */
void sg_planner_close(struct sg_planner *planner);

/* Sorts the plans, and sets the session's kernel version by them unless it is set. */
void sg_plans_finish(struct sg_session *session, sg_plan_list *plans);

#endif
