/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One run of the program: what all commands share. */
#ifndef SG_DRIVER_SESSION_H
#define SG_DRIVER_SESSION_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/intern.h"
#include "core/rules.h"
#include "driver/exit_status.h"
#include "driver/options.h"
#include "report/report_text.h"

struct sg_session {
	struct sg_arena *arena;   /* lives as long as the process */
	struct sg_intern *intern; /* strings of the units, as long */
	enum sg_command command;
	struct sg_options options;
	const struct sg_rules *rules; /* after sg_session_load_rules() */
	struct sg_buf reason;         /* how it ended and why, for the last line on stderr */
};

/* Notes why the command ends with 'status', which it returns. */
enum sg_exit sg_session_end(struct sg_session *session, enum sg_exit status, const char *format,
                            ...) __attribute__((format(printf, 3, 4)));

/*
 * Loads the embedded rules and those of --rules, and checks --rule and
 * --no-rule against them.  False after saying on stderr what is wrong and
 * noting it as the reason: end with SG_EXIT_USAGE.
 */
bool sg_session_load_rules(struct sg_session *session);

/* The findings the options ask for, and how they ask for their text. */
struct sg_report_filter sg_session_filter(const struct sg_session *session);
/* 'fd' is what the text goes to: colours are for terminals. */
struct sg_report_options sg_session_report_options(const struct sg_session *session, int fd);

#endif
