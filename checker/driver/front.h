/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The front end's job for a plan. */
#ifndef SG_DRIVER_FRONT_H
#define SG_DRIVER_FRONT_H

#include "driver/unit_plan.h"
#include "frontend/frontend.h"

/* False with '*problem' set when the source cannot be read; '*is_empty' says more when it can. */
bool sg_front_check_source(struct sg_arena *arena, const struct sg_unit_plan *plan, bool *is_empty,
                           const char **problem);

/* sg_frontend_run() for the plan. */
void sg_front_run(struct sg_arena *arena, struct sg_intern *intern, const struct sg_unit_plan *plan,
                  const char *override_header, const struct sg_rules *rules,
                  struct sg_frontend_result *result);

#endif
