/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a lowered unit was made from, as a short text: equal keys mean that
 * lowering again would give the same unit.
 *
 *	key = H(tool, rules, command, inputs)
 *	tool	the contents of the running binary (the embedded rules are in it)
 *		and Clang's version
 *	rules	the kernel version, and name and contents of each file of --rules
 *	command	object, module and source, the root paths are relative to, and
 *		Clang's arguments as they are after kbuild_args: the same from CHECK
 *		mode's words and from the .cmd file
 *	inputs	name and contents of each file that Clang opened, the override
 *		header among them
 *
 * H is XXH3-128.  Contents and not times decide, so that switching branches
 * back and forth leaves units current; a process reads each file once, however
 * many units include it, which makes the check of a whole tree a matter of
 * reading its headers and sources.  Like make, it does not see a new file that
 * comes to stand earlier in the search path than one that was found.
 */
#ifndef SG_DRIVER_UNIT_KEY_H
#define SG_DRIVER_UNIT_KEY_H

#include <stdbool.h>

#include "base/error.h"
#include "base/map.h"
#include "driver/unit_plan.h"

struct sg_key_maker {
	struct sg_arena *arena;
	const char *identity;   /* tool and rules */
	struct sg_map contents; /* hash of a file's name -> hash of its contents */
};

/* False with 'error' set when the binary or a rule file cannot be read. */
bool sg_key_maker_init(struct sg_key_maker *maker, struct sg_arena *arena,
                       const struct sg_options *options, struct sg_error *error);

/* Lives in the maker's arena. */
const char *sg_unit_key(struct sg_key_maker *maker, const struct sg_unit_plan *plan,
                        const sg_text_list *inputs);

#endif
