/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the two halves of the parser share: ir_parse.c reads tables, ir_parse_body.c bodies. */
#ifndef SG_CORE_IR_PARSE_H
#define SG_CORE_IR_PARSE_H

#include "base/map.h"
#include "core/ir_build.h"
#include "core/ir_lex.h"

#define SG_PARSE_NO_INST UINT32_MAX

/* A result's name: operands refer to labels until the body has been read. */
struct sg_ir_label {
	sg_str name;
	uint32_t inst; /* SG_PARSE_NO_INST: used but not defined yet */
	uint32_t line; /* of the first use */
	uint32_t column;
};

struct sg_ir_parser {
	struct sg_ir_lexer lexer;
	struct sg_builder *builder;
	struct sg_unit *unit;
	struct sg_arena *scratch; /* of one body */
	struct sg_map files;      /* number -> name */
	struct sg_map records;    /* identity -> index */
	struct sg_map symbols;    /* kind and name -> index */
	/* the current body */
	struct sg_function function;
	struct sg_map first_locals; /* name -> first local of that name */
	struct sg_map label_names;  /* name -> index into labels */
	SG_VEC(struct sg_ir_label) labels;
};

/* False: the error is filled. */
bool sg_parse_loc(struct sg_ir_parser *p, sg_loc *loc);
/* "[one two]" out of 'names', or nothing; bit i of '*bits' stands for names[i]. */
bool sg_parse_words(struct sg_ir_parser *p, const char *const *names, uint32_t count,
                    uint32_t *bits);
bool sg_parse_type(struct sg_ir_parser *p, sg_type *type);
/* A record or symbol that is declared. */
bool sg_parse_record_ref(struct sg_ir_parser *p, uint32_t *record);
bool sg_parse_symbol_ref(struct sg_ir_parser *p, uint32_t *symbol);
/* What follows the word "function", with the body. */
bool sg_parse_function(struct sg_ir_parser *p);

#endif
