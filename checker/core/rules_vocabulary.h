/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The vocabulary: the words of source code by which memory that is no ordinary
 * RAM first appears, is tested for, or is carried around.  Code without any of
 * them, and without what such code makes of the memory, has nothing to find.
 */
#ifndef SG_CORE_RULES_VOCABULARY_H
#define SG_CORE_RULES_VOCABULARY_H

#include "core/rules.h"

enum sg_vocabulary_kind {
	SG_VOCABULARY_NAME,   /* a function or macro */
	SG_VOCABULARY_RECORD, /* the tag of a struct or union */
	SG_VOCABULARY_FIELD,
};

typedef void (*sg_vocabulary_visitor)(void *context, enum sg_vocabulary_kind kind,
                                      const char *word);

/* Visits the words of the facts, some more than once. */
void sg_rules_vocabulary(const struct sg_rules *rules, sg_vocabulary_visitor visit, void *context);

#endif
