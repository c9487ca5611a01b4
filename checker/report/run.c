// SPDX-License-Identifier: GPL-2.0-or-later
/* Names and counts of what went wrong. */
#include "report/run.h"

const char *sg_unit_trouble_name(enum sg_unit_trouble_kind kind)
{
	static const char *const names[SG_UNIT_TROUBLE_COUNT] = {"lost", "degraded", "stale",
	                                                         "missing"};

	return names[kind];
}

uint32_t sg_run_count(const struct sg_run *run, enum sg_unit_trouble_kind kind)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < run->troubles->count; i++)
		count += run->troubles->items[i].kind == kind;
	return count;
}
