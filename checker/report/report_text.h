/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reports in the shape of gcc and clang: path:line:col: warning: message [rule-id]. */
#ifndef SG_REPORT_REPORT_TEXT_H
#define SG_REPORT_REPORT_TEXT_H

#include <stdbool.h>

#include "base/buf.h"
#include "report/filter.h"

/* Notes shown below a finding unless all are asked for. */
enum { SG_REPORT_TEXT_NOTES = 7 };

struct sg_report_options {
	/*
	 * Put before relative paths, with a '/': the absolute source root, or the
	 * way from the current directory to it; NULL or "": paths stay as they are.
	 */
	const char *path_prefix;
	bool is_colored;
	bool has_all_notes;
	/* How the user asks for all notes, when some are left out: "--trace=full". */
	const char *all_notes_option;
	bool has_fingerprints;
	/* sparse's -fdiagnostic-prefix: put before every line's severity; NULL: nothing. */
	const char *diagnostic_prefix;
};

/* Appends the report; text from the source cannot reach a terminal as commands. */
void sg_report_text(struct sg_buf *out, const struct sg_report *report,
                    const struct sg_report_options *options);

#endif
