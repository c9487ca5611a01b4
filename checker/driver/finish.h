/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From lowered units to the end of check and scan. */
#ifndef SG_DRIVER_FINISH_H
#define SG_DRIVER_FINISH_H

#include "driver/lower.h"

/*
 * Analyses the units as one program, writes what the options ask for, and
 * returns how the command ends, after noting why.
 */
enum sg_exit sg_finish(struct sg_session *session, const sg_plan_list *plans,
                       const struct sg_lowered *lowered);

#endif
