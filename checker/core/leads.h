/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Leads: the names by which code that is not in the program could get at memory
 * with a tag.  A program made of some units of a tree is complete when no other
 * unit uses one of them; a unit that does is to be added.
 */
#ifndef SG_CORE_LEADS_H
#define SG_CORE_LEADS_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"

enum sg_lead_kind {
	SG_LEAD_FIELD,     /* holds it: whoever uses the field */
	SG_LEAD_OPERATION, /* a field for functions that are given it, or return it */
	SG_LEAD_VARIABLE,  /* holds it */
	SG_LEAD_FUNCTION,  /* returns it, or is given it and has no body here */
};

struct sg_lead {
	enum sg_lead_kind kind;
	const char *name;
	const char *owner;  /* of a field: the record's identity, see ir.h; else NULL */
	const char *module; /* whose alone the field is: the record is of include/; else NULL */
};

struct sg_leads {
	struct sg_arena *arena;
	SG_VEC(struct sg_lead) items; /* each once, in the order in which they were met */
	struct sg_map index;          /* hash of a lead -> its index */
};

void sg_leads_init(struct sg_leads *leads, struct sg_arena *arena);
/* Texts must live as long as 'leads'. */
void sg_leads_add(struct sg_leads *leads, const struct sg_lead *lead);

#endif
