// SPDX-License-Identifier: GPL-2.0-or-later
/* Chooses the writer. */
#include "report/formats.h"

static const struct {
	const char *name;
	void (*write)(struct sg_buf *out, const struct sg_report *report, const struct sg_run *run);
} formats[] = {
#define SG_FORMAT(name, word, writer) {word, writer},
#include "report/formats.def"
#undef SG_FORMAT
};

const char *sg_format_name(enum sg_format format)
{
	return formats[format].name;
}

void sg_report_write(struct sg_buf *out, enum sg_format format, const struct sg_report *report,
                     const struct sg_run *run)
{
	formats[format].write(out, report, run);
}

void sg_report_text_format(struct sg_buf *out, const struct sg_report *report,
                           const struct sg_run *run)
{
	sg_report_text(out, report, &run->text);
}
