/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The reports of one run: --format and --output.  One report is in the format
 * of --format (text), for --output=FILE or stdout; --output=FORMAT=FILE, which
 * can be there several times, asks for one more each.  The first one is left
 * out when only reports with a format of their own are asked for.
 */
#ifndef SG_DRIVER_OUTPUTS_H
#define SG_DRIVER_OUTPUTS_H

#include "driver/lower.h"

/* False after noting what is wrong with the two options: SG_EXIT_USAGE. */
bool sg_outputs_check(struct sg_session *session);

/*
 * Writes the report on the units of the plans to all places asked for; false
 * after noting why not: SG_EXIT_USAGE.
 */
bool sg_outputs_write(struct sg_session *session, const struct sg_report *report,
                      const sg_plan_list *plans, const struct sg_lowered *lowered);

/* Writes what has no format (a rule's text, IR) to --output or stdout; false likewise. */
bool sg_outputs_write_plain(struct sg_session *session, const struct sg_buf *text);

#endif
