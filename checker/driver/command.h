/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One compile command, from wherever it was read. */
#ifndef SG_DRIVER_COMMAND_H
#define SG_DRIVER_COMMAND_H

#include "driver/options.h"

struct sg_compile_command {
	const char *directory; /* where it runs, absolute */
	const char *object;    /* as the command names it; NULL: by its arguments or its source */
	const char *source;    /* as the command names it */
	const char *compiler;  /* NULL when it is not known */
	sg_text_list words;    /* what follows the compiler */
};

typedef SG_VEC(struct sg_compile_command) sg_command_list;

/* A command that cannot be used. */
struct sg_broken_command {
	const char *name; /* its source, or the file that should hold it */
	const char *reason;
	struct sg_compile_command command; /* what is known of it; no 'source': not even that */
	bool is_wanted;                    /* its unit was asked for */
};

typedef SG_VEC(struct sg_broken_command) sg_broken_list;

/* Takes the compiler (with ccache and the like before it) off the front of 'words'. */
void sg_compile_command_set_words(struct sg_compile_command *command, struct sg_arena *arena,
                                  const char *const *words, uint32_t count);

#endif
