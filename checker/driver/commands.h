/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The commands.  Each gets a session with its options parsed, notes the reason
 * with sg_session_end() and returns the exit status; main() says it.
 */
#ifndef SG_DRIVER_COMMANDS_H
#define SG_DRIVER_COMMANDS_H

#include "driver/session.h"

enum sg_exit sg_cmd_check(struct sg_session *session);
enum sg_exit sg_cmd_scan(struct sg_session *session);
enum sg_exit sg_cmd_link(struct sg_session *session);
enum sg_exit sg_cmd_explain(struct sg_session *session);
enum sg_exit sg_cmd_rules(struct sg_session *session);

struct sg_command_info {
	const char *name;
	enum sg_command command;
	enum sg_exit (*run)(struct sg_session *session);
	const char *usage;   /* behind "sglint " */
	const char *summary; /* a sentence without its full stop */
};

/* The subcommands; the last one has no name. */
extern const struct sg_command_info sg_commands[];

/* CHECK mode: options.flags has the words kbuild passed; prints its own messages. */
enum sg_exit sg_cmd_kbuild(struct sg_session *session);

#endif
