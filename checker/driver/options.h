/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command line as a struct; what each option means stands in options.def. */
#ifndef SG_DRIVER_OPTIONS_H
#define SG_DRIVER_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/vec.h"

/* Bits, so that an option can name several. */
enum sg_command {
	SG_COMMAND_CHECK = 1 << 0,
	SG_COMMAND_LINK = 1 << 1,
	SG_COMMAND_KBUILD = 1 << 2, /* CHECK mode */
	SG_COMMAND_EXPLAIN = 1 << 3,
	SG_COMMAND_RULES = 1 << 4,
	SG_COMMAND_SCAN = 1 << 5,
};

typedef SG_VEC(const char *) sg_text_list;

#define SG_OPTION_TYPE_FLAG bool
#define SG_OPTION_TYPE_TEXT const char *
#define SG_OPTION_TYPE_OPTIONAL const char *
#define SG_OPTION_TYPE_COUNT uint32_t
#define SG_OPTION_TYPE_WORD int32_t
#define SG_OPTION_TYPE_LIST sg_text_list
#define SG_OPTION_TYPE_VERSION uint32_t

struct sg_options {
#define SG_OPTION(field, name, letter, kind, argument, commands, help) SG_OPTION_TYPE_##kind field;
#include "driver/options.def"
#undef SG_OPTION
	bool help; /* --help after a subcommand */
	sg_text_list operands;
	bool has_flags;     /* "--" was there */
	sg_text_list flags; /* what followed it */
};

/* Word options count from 0 in the order of their words; this one is unset. */
#define SG_WORD_UNSET (-1)

enum { SG_COLOR_AUTO, SG_COLOR_ALWAYS, SG_COLOR_NEVER };
enum { SG_TRACE_SHORT, SG_TRACE_FULL };

/* Defaults, then those of SGLINT_FLAGS ('environment', may be NULL). */
bool sg_options_init(struct sg_options *options, struct sg_arena *arena, const char *environment,
                     struct sg_error *error);

/* The words after a subcommand.  Refuses options that 'command' has no use for. */
bool sg_options_parse(struct sg_options *options, struct sg_arena *arena, enum sg_command command,
                      int argc, char *const *argv, struct sg_error *error);

/*
 * CHECK mode: takes the --sg-* options out; all other words go to
 * options->flags in their order.
 */
bool sg_options_parse_kbuild(struct sg_options *options, struct sg_arena *arena, int argc,
                             char *const *argv, struct sg_error *error);

/*
 * The options part of --help for one command, in lines of at most 'width'
 * columns; 'prefix' is "--" or "--sg-".
 */
void sg_options_help(enum sg_command command, const char *prefix, struct sg_buf *out,
                     uint32_t width);
/* The options part of the man page, in mdoc macros. */
void sg_options_manual(struct sg_buf *out);

#endif
