/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The small part of YAML that rules are written in, as a tree with positions:
 * one document, mappings with scalar keys, sequences, scalars; no anchors, no
 * tags.
 */
#ifndef SG_CORE_RULES_YAML_H
#define SG_CORE_RULES_YAML_H

#include "base/arena.h"
#include "base/error.h"
#include "base/vec.h"

enum sg_yaml_kind { SG_YAML_SCALAR, SG_YAML_SEQUENCE, SG_YAML_MAPPING };

struct sg_yaml_node {
	enum sg_yaml_kind kind;
	uint32_t line; /* from 1 */
	uint32_t column;
	const char *text; /* SCALAR */
	/* SEQUENCE: the items; MAPPING: key, value, key, value, ... */
	SG_VEC(struct sg_yaml_node *) items;
};

/* NULL with 'error' filled when the text is no such YAML. */
struct sg_yaml_node *sg_yaml_parse(struct sg_arena *arena, const char *file, const char *text,
                                   size_t length, struct sg_error *error);

#endif
