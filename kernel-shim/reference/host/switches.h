/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The documented modes (README.md), and the two policies that preset them. */
#ifndef SHIM_SWITCHES_H
#define SHIM_SWITCHES_H

enum {
#define SHIM_VALUE(name, value) SHIM_##name##_##value,
#define SHIM_SWITCH(name, mainline, rfc, values) values
#include "../switches.def"
	SHIM_SWITCH_VALUES
};

struct shim_switches {
#define SHIM_SWITCH(name, mainline, rfc, values) int name;
#include "../switches.def"
};

extern struct shim_switches shim_switches;
#define SHIM_IS(name, value) (shim_switches.name == SHIM_##name##_##value)

/* "mainline" or "rfc"; false for another name. */
_Bool shim_set_policy(const char *name);
/* "NAME=VALUE"; false when there is no such switch or value. */
_Bool shim_set_switch(const char *assignment);

#endif
