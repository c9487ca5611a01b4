/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The end of check and scan. */
#ifndef SG_DRIVER_FINISH_H
#define SG_DRIVER_FINISH_H

#include "driver/lower.h"
#include "driver/results.h"

/*
 * Writes 'text', what sg_results_make() made of the units, with the findings,
 * and returns how the command ends, after noting why.
 */
enum sg_exit sg_finish(struct sg_session *session, const sg_plan_list *plans,
                       const struct sg_lowered *lowered, const struct sg_results *results,
                       const struct sg_buf *text);

#endif
