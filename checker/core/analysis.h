/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The engine's entry: units in, findings out.  Opens nothing, prints nothing. */
#ifndef SG_CORE_ANALYSIS_H
#define SG_CORE_ANALYSIS_H

#include "base/arena.h"
#include "base/buf.h"
#include "core/finding.h"
#include "core/ir.h"
#include "core/leads.h"
#include "core/rules.h"

struct sg_analysis_options {
	enum sg_policy policy;
	/* --why FILE:LINE: the facts there go to 'why' (NULL: not asked). */
	const char *why_file;
	uint32_t why_line;
	struct sg_buf *why;
	/* --dump=facts|summary[:function] goes to 'dump' (NULL: not asked). */
	struct sg_buf *dump;
	bool dump_facts;
	bool dump_summary;
	const char *dump_function; /* NULL: all */
	struct sg_leads *leads;    /* added to (NULL: not asked) */
};

/* Everything --stats shows of the engine; sums over the units. */
struct sg_stats {
	uint64_t functions;
	uint64_t instructions;
	uint64_t unknown_instructions;
	uint64_t functions_skipped;  /* nothing in them can matter */
	uint64_t calls_without_body; /* neither body nor fact */
	uint64_t indirect_unresolved;
	uint64_t accesses_unknown; /* through pointers of unknown provenance */
	uint64_t fixpoint_cuts;
	uint64_t value_cuts; /* sets that grew past their bound */
	uint64_t path_cuts;  /* access paths cut at their length */
	uint64_t summary_cuts;
	uint64_t literal_cuts;
	uint64_t recursion_cuts;
};

/*
 * Analyses the units as one program.  Findings live in 'arena', their strings
 * in 'arena' or in the units' intern table; units and rules must outlive them.
 * 'stats' is added to.
 */
struct sg_findings *sg_analyze(struct sg_arena *arena, const struct sg_rules *rules,
                               struct sg_unit *const *units, uint32_t unit_count,
                               const struct sg_analysis_options *options, struct sg_stats *stats);

#endif
