/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A finding and its story; the engine makes them, report/ only formats. */
#ifndef SG_CORE_FINDING_H
#define SG_CORE_FINDING_H

#include "base/arena.h"
#include "base/vec.h"
#include "core/rules.h"

/* How sure sglint is (a rule's severity says how bad it is). */
enum sg_level { SG_LEVEL_CERTAIN, SG_LEVEL_LIKELY, SG_LEVEL_POSSIBLE, SG_LEVEL_COUNT };

/* A place in the source; all strings outlive the finding. */
struct sg_place_in_source {
	const char *file; /* relative to the source root when below it */
	uint32_t line;
	uint32_t column;
	const char *macro;         /* outermost macro; "" when none */
	const char *spelling_file; /* "" when the same */
	uint32_t spelling_line;
};

enum sg_note_kind {
	SG_NOTE_SOURCE, /* where the memory came from */
	SG_NOTE_HOP,    /* where the qualifier was lost: cast, page, sg, store */
	SG_NOTE_CALL,   /* into a function */
	SG_NOTE_GUARD,  /* the missing or mismatched test */
	SG_NOTE_ACCESS, /* the access, when it is not the primary place */
	SG_NOTE_FIX,    /* what to write instead */
	SG_NOTE_KIND_COUNT
};

struct sg_note {
	enum sg_note_kind kind;
	uint32_t depth;                  /* of calls below the function the story starts in */
	struct sg_place_in_source place; /* line 0: no place (FIX) */
	const char *text;
};

struct sg_finding {
	const struct sg_rule *rule;
	enum sg_level level;
	struct sg_place_in_source place; /* primary */
	const char *function;            /* the primary place is in */
	const char *message;
	const char *producer; /* "ioremap()", "field 'base' (declared __iomem)" */
	const char *unit;     /* object the finding was made in */
	/*
	 * What makes two findings the same: rule, access, producer, first frame
	 * that knows.  Free of line numbers.
	 */
	const char *identity;
	SG_VEC(struct sg_note) notes; /* from the source to the access, then the fix */
};

struct sg_findings {
	struct sg_arena *arena;
	SG_VEC(struct sg_finding *) items; /* sorted by place, rule, identity */
};

const char *sg_level_name(enum sg_level level);
const char *sg_note_kind_name(enum sg_note_kind kind); /* "source" */

#endif
