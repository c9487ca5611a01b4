/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which units of a tree are worth parsing: those whose own files (own_files.h)
 * name something of the vocabulary, and then those that use what the others
 * make of it, until no more come.  The rest has nothing to find.
 */
#ifndef SG_DRIVER_FILTER_H
#define SG_DRIVER_FILTER_H

#include "core/leads.h"
#include "core/rules.h"
#include "driver/own_files.h"

struct sg_filter {
	struct sg_arena *arena;
	const sg_plan_list *plans;
	struct sg_own_files own_files;
	bool *is_chosen; /* by plan */
};

/* 'plans' must stay. */
void sg_filter_init(struct sg_filter *filter, struct sg_arena *arena, const sg_plan_list *plans);
void sg_filter_release(struct sg_filter *filter);

/* Both append the plans they choose to 'chosen'; none is chosen twice. */
void sg_filter_start(struct sg_filter *filter, const struct sg_rules *rules, sg_plan_list *chosen);
/* Those that use one of the leads from number 'first' on. */
void sg_filter_follow(struct sg_filter *filter, const struct sg_leads *leads, uint32_t first,
                      sg_plan_list *chosen);

#endif
