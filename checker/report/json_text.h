/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON of what comes from the scanned tree: any bytes, and never a failure. */
#ifndef SG_REPORT_JSON_TEXT_H
#define SG_REPORT_JSON_TEXT_H

#include <jansson.h>

#include "base/buf.h"
#include "report/run.h"

/* A string with what is no printable UTF-8 as \xNN, see plain.h. */
json_t *sg_json_plain(const char *text);

/* Sets what both kinds of JSON say of the run: "command", "policy", "kernel". */
void sg_json_set_run(json_t *object, const struct sg_run *run);

/* The report as docs/report.schema.json describes it. */
json_t *sg_json_report(const struct sg_report *report, const struct sg_run *run);

/* Appends 'root' as text, indented by 'indent' (0: on one line), and releases it. */
void sg_json_add_take(struct sg_buf *out, json_t *root, unsigned indent);

#endif
