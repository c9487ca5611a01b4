/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a report says of the run that made it, besides the findings. */
#ifndef SG_REPORT_RUN_H
#define SG_REPORT_RUN_H

#include "base/vec.h"
#include "core/rules.h"
#include "report/report_text.h"
#include "report/sources.h"

/* What can be wrong with a unit. */
enum sg_unit_trouble_kind {
	SG_UNIT_LOST,     /* not analysed */
	SG_UNIT_DEGRADED, /* analysed, though it has errors */
	SG_UNIT_STALE,    /* link: its source has changed since it was analysed */
	SG_UNIT_MISSING,  /* link: never analysed */
	SG_UNIT_TROUBLE_COUNT
};

struct sg_unit_trouble {
	enum sg_unit_trouble_kind kind;
	const char *name; /* of the source or the object */
	const char *reason;
};

typedef SG_VEC(struct sg_unit_trouble) sg_unit_trouble_list;

struct sg_run {
	const char *version;     /* of sglint */
	const char *command;     /* "check" */
	const char *policy;      /* "mainline" */
	uint32_t kernel_version; /* that the facts are for, major << 8 | minor; 0: the newest */
	const char *root;        /* absolute, of the relative paths; NULL: not to be told */
	uint32_t unit_count;     /* that were analysed */
	const sg_unit_trouble_list *troubles;
	const struct sg_rules *rules;
	struct sg_sources *sources;
	struct sg_report_options text; /* for the text format */
};

const char *sg_unit_trouble_name(enum sg_unit_trouble_kind kind); /* "lost" */
/* How many units have this trouble. */
uint32_t sg_run_count(const struct sg_run *run, enum sg_unit_trouble_kind kind);

#endif
