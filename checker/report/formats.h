/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The formats of reports; docs/reports.md describes each for users. */
#ifndef SG_REPORT_FORMATS_H
#define SG_REPORT_FORMATS_H

#include "report/run.h"

enum sg_format {
#define SG_FORMAT(name, word, writer) SG_FORMAT_##name,
#include "report/formats.def"
#undef SG_FORMAT
	SG_FORMAT_COUNT
};

const char *sg_format_name(enum sg_format format); /* "sarif" */

/*
 * Appends the report in a format.  The same report and run give the same
 * bytes; text from the source cannot become part of the format.
 */
void sg_report_write(struct sg_buf *out, enum sg_format format, const struct sg_report *report,
                     const struct sg_run *run);

/* The writers, one a format. */
#define SG_FORMAT(name, word, writer) \
	void writer(struct sg_buf *out, const struct sg_report *report, const struct sg_run *run);
#include "report/formats.def"
#undef SG_FORMAT

#endif
