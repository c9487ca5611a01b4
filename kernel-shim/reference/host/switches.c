// SPDX-License-Identifier: GPL-2.0-or-later
#include "switches.h"

#include <stddef.h>
#include <string.h>

struct value {
	const char *name;
	int value;
};

struct description {
	const char *name;
	size_t offset;
	struct value values[4]; /* ends with a null name */
};

static const struct description descriptions[] = {
#define SHIM_VALUE(name, value) {#value, SHIM_##name##_##value},
#define SHIM_SWITCH(name, mainline, rfc, values) \
	{#name, offsetof(struct shim_switches, name), {values}},
#include "../switches.def"
};

static const struct shim_switches mainline = {
#define SHIM_VALUE(name, value)
#define SHIM_SWITCH(name, mainline, rfc, values) .name = SHIM_##name##_##mainline,
#include "../switches.def"
};

static const struct shim_switches rfc = {
#define SHIM_VALUE(name, value)
#define SHIM_SWITCH(name, mainline, rfc, values) .name = SHIM_##name##_##rfc,
#include "../switches.def"
};

struct shim_switches shim_switches = {
#define SHIM_VALUE(name, value)
#define SHIM_SWITCH(name, mainline, rfc, values) .name = SHIM_##name##_##mainline,
#include "../switches.def"
};

_Bool shim_set_policy(const char *name)
{
	if (strcmp(name, "mainline") == 0)
		shim_switches = mainline;
	else if (strcmp(name, "rfc") == 0)
		shim_switches = rfc;
	else
		return 0;
	return 1;
}

_Bool shim_set_switch(const char *assignment)
{
	const char *equals = strchr(assignment, '=');
	size_t length = equals ? (size_t)(equals - assignment) : 0;

	for (size_t i = 0; equals && i < sizeof(descriptions) / sizeof(descriptions[0]); i++) {
		const struct description *d = &descriptions[i];

		if (strlen(d->name) != length || memcmp(d->name, assignment, length) != 0)
			continue;
		for (const struct value *v = d->values; v->name; v++) {
			if (strcmp(v->name, equals + 1) == 0) {
				*(int *)((char *)&shim_switches + d->offset) = v->value;
				return 1;
			}
		}
	}
	return 0;
}
